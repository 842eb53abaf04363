import { describe, expect, it } from 'vitest'
import type { Status } from './article'
import { blankCopy } from './blank-copy'
import { revokePreview, sharePreview } from './share-preview'
import type { Role, Staff } from './staff'
import { write } from './write'

const person = (role: Role, id = 1): Staff => ({ id, name: `同事${id}`, email: `${id}@example.org`, role })
const at = new Date('2026-11-24T01:00:00Z')
const copy = blankCopy({ headline: '渡口改期', category: 'bendi' })
const draft = (status: Status = 'draft') => ({ id: 7, ...write(copy, { by: person('reporter'), at }), status })
const refusal = (reason: string) => expect.objectContaining({ reason })

describe('showing a draft to people without an account', () => {
  it('is for whoever wrote it, and for every editor', () => {
    expect(() => sharePreview(draft(), { by: person('reporter'), at })).not.toThrow()
    expect(() => sharePreview(draft(), { by: person('editor', 2), at })).not.toThrow()
  })
  it('is refused to a reporter for somebody else’s', () =>
    expect(() => sharePreview(draft(), { by: person('reporter', 2), at })).toThrow(refusal('not-your-article')))
  it.each(['killed', 'spiked'] as const)('is refused for what is %s', (status) =>
    expect(() => sharePreview(draft(status), { by: person('editor', 2), at })).toThrow(refusal('preview-over')),
  )
})

describe('taking a link back', () => {
  const reporter = person('reporter')
  it('is for whoever made it, also once readers see the article', () => {
    for (const status of ['draft', 'published'] as const)
      expect(() => revokePreview(draft(status), { by: reporter, madeBy: reporter.id })).not.toThrow()
  })
  it('is for every editor, whoever made it', () =>
    expect(() => revokePreview(draft('published'), { by: person('editor', 2), madeBy: reporter.id })).not.toThrow())
  it('is refused to a reporter for an editor’s link to what readers see, and for any of somebody else’s article', () => {
    expect(() => revokePreview(draft('published'), { by: reporter, madeBy: 2 })).toThrow(refusal('not-your-article'))
    expect(() => revokePreview(draft(), { by: person('reporter', 2), madeBy: 2 })).toThrow(refusal('not-your-article'))
  })
})
