import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSealed, sealText } from './sealed-text'
import { readSecretKey } from './secret-key'

const key = Buffer.alloc(32, 1)

describe('a sealed secret', () => {
  it('is opened by its key to the letter', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => openSealed(sealText(text, key), key) === text))
  })
  it('is written otherwise each time, and never in the clear', () => {
    expect(sealText('token', key)).not.toBe(sealText('token', key))
    expect(Buffer.from(sealText('token', key), 'base64url').toString('latin1')).not.toContain('token')
  })
  it('stays shut for another key, and when anything of it was changed', () => {
    const sealed = sealText('token', key)
    expect(openSealed(sealed, Buffer.alloc(32, 2))).toBeNull()
    for (const wrong of ['', 'a', sealed.slice(4), `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`])
      expect(openSealed(wrong, key)).toBeNull()
  })
})

describe('the key of a newspaper', () => {
  it('is made once, by whoever comes first, for this account alone', async () => {
    const dataDir = join(await mkdtemp(join(tmpdir(), 'dibao-key-')), 'data')
    const keys = await Promise.all([1, 2, 3].map(() => readSecretKey({ dataDir, secretKey: null })))
    const again = await readSecretKey({ dataDir, secretKey: null })
    expect(again).toHaveLength(32)
    for (const one of keys) expect(one).toEqual(again)
    expect(await readdir(dataDir)).toEqual(['secret.key'])
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)
    await rm(dataDir, { recursive: true })
  })
  it('is that of SECRET_KEY where it is set, whatever lies in the folder', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'dibao-key-'))
    await writeFile(join(dataDir, 'secret.key'), 'something else')
    const secretKey = 'a secret of thirty-two characters'
    const [one, two] = await Promise.all([
      readSecretKey({ dataDir, secretKey }),
      readSecretKey({ dataDir: '/nowhere', secretKey }),
    ])
    expect(one).toEqual(two)
    await rm(dataDir, { recursive: true })
  })
})
