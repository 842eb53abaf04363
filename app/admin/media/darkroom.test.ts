import { afterEach, describe, expect, it, vi } from 'vitest'

/** This module as another part of the application has it: Next gives pages, actions and routes a copy each. */
async function copyOfModule() {
  vi.resetModules()
  const [{ darkroom }, { Refusal }] = await Promise.all([import('./darkroom'), import('@/newsroom/refusal')])
  return { ...darkroom(), Refusal }
}

afterEach(() => void vi.resetModules())

describe('the darkroom of a process', () => {
  it('refuses whoever asks with a refusal that they know, whoever asked first', async () => {
    const first = await copyOfModule()
    const second = await copyOfModule()
    expect(first.Refusal).not.toBe(second.Refusal)
    for (const { darkroom, places, Refusal } of [first, second, first]) {
      const refused = await places.hold(() => darkroom.develop(Buffer.alloc(3))).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(Refusal)
      expect(refused).toMatchObject({ reason: 'picture-type' })
    }
  })
  it('counts the pictures that are held together', async () => {
    const [first, second] = [await copyOfModule(), await copyOfModule()]
    const ends: (() => void)[] = []
    const work = () => new Promise<void>((resolve) => ends.push(resolve))
    const held = [first, second, first, second, first, second].map(({ places }) => places.hold(work))
    const refused = await first.places.hold(async () => {}).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(first.Refusal)
    expect(refused).toMatchObject({ reason: 'picture-busy' })
    for (const end of ends) end()
    await Promise.all(held)
    expect(await second.places.hold(async () => 1)).toBe(1)
  })
})
