import { describe, expect, it } from 'vitest'
import { blankCopy } from './blank-copy'
import { restore } from './restore'
import type { Role, Staff } from './staff'
import { write } from './write'

const person = (role: Role, id = 1): Staff => ({ id, name: `同事${id}`, email: `${id}@example.org`, role })
const at = new Date('2026-11-24T01:00:00Z')
const copy = blankCopy({ headline: '渡口改期', category: 'bendi' })
const draft = () => ({ id: 7, ...write(copy, { by: person('reporter'), at }) })
const refusal = (reason: string) => expect.objectContaining({ reason })

describe('bringing an older version back', () => {
  it('makes a new version of its text', () => {
    const older = { ...copy, headline: '渡口停航' }
    expect(restore(draft(), older, { by: person('editor', 2), at })).toMatchObject({ version: 2, copy: older })
  })
  it('is refused where the text is that version already', () =>
    expect(() => restore(draft(), { ...copy }, { by: person('editor', 2), at })).toThrow(refusal('version-same')))
  it('is refused to a reporter for somebody else’s', () =>
    expect(() => restore(draft(), { ...copy, headline: '改' }, { by: person('reporter', 2), at })).toThrow(
      refusal('not-your-article'),
    ))
})
