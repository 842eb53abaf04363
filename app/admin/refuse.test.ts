import { expect, it } from 'vitest'
import { longest } from '@/newsroom/copy-limits'
import { longestNotes } from '@/newsroom/library-picture'
import { listNouns } from '@/newsroom/list-address'
import { Refusal } from '@/newsroom/refusal'
import { sentenceFor } from './refuse'

it('A person who wrote too much is told where, in their own language', () => {
  const fields = Object.keys({ ...longest, ...longestNotes }).filter((field) => field !== 'headline')
  for (const field of [...fields, ...listNouns]) {
    const sentence = sentenceFor(new Refusal('field-long', { field, length: 900, most: 80 }), 'zh-CN')
    expect(sentence, field).toMatch(/^“\p{Script=Han}+”有900个字，最多80个。$/u)
  }
})
