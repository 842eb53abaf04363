import { describe, expect, it } from 'vitest'
import { type Failure, mostTries, nextTry, toFailure } from './job'
import { Refusal } from './refusal'

const at = new Date('2026-11-24T00:00:00Z')
const unreached: Failure = { reason: 'outside-unreached', details: { host: 'api.indexnow.org' } }
const status = (status: number): Failure => ({ reason: 'outside-status', details: { host: 'x', status } })

describe('a job that failed', () => {
  it('is tried again, each time later, and given up after half a day', () => {
    const waits = Array.from({ length: mostTries }, (_, index) => nextTry({ tries: index + 1 }, unreached, at))
    expect(waits.map((next) => next && (next.getTime() - at.getTime()) / 60_000)).toEqual([1, 5, 30, 120, 720, null])
    expect(nextTry({ tries: 99 }, unreached, at)).toBeNull()
  })
  it.each([400, 401, 403, 404, 422])('is given up at once on a %i, which another try would not change', (code) =>
    expect(nextTry({ tries: 1 }, status(code), at)).toBeNull(),
  )
  it.each([429, 500, 502, 503, 0])('is tried again after a %i', (code) =>
    expect(nextTry({ tries: 1 }, status(code), at)).not.toBeNull(),
  )
  it('says why as the refusal did', () =>
    expect(toFailure(new Refusal('outside-slow', { seconds: 10 }))).toEqual({
      reason: 'outside-slow',
      details: { seconds: 10 },
    }))
})
