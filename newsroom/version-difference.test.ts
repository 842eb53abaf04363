import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankCopy } from './blank-copy'
import type { Copy } from './copy'
import { type BodyRow, versionDifference } from './version-difference'
import { sideOf } from './word-difference'

const copy = (changes: Partial<Copy>) => blankCopy({ headline: '渡口改期', category: 'bendi', ...changes })
const bodies = (before: string, after: string, bodyFormat: Copy['bodyFormat'] = 'markdown') =>
  versionDifference(copy({ body: before, bodyFormat }), copy({ body: after, bodyFormat }))
const marked = (row: BodyRow | undefined) =>
  row?.is === 'changed'
    ? row.stretches
        .map(({ in: side, text }) => ({ both: text, before: `-${text}-`, after: `+${text}+` })[side])
        .join('')
    : row?.is

describe('an editor who compares two versions', () => {
  it('sees the changed words in their paragraph, and the others folded with their numbers', () => {
    const { body } = bodies(
      '渡口今天停航。\n\n风力八级。\n\n船都在港里。\n\n明天六点恢复。',
      '渡口今天停航。\n\n风力九级。\n\n船都在港里。\n\n明天七点恢复。',
    )
    expect(body.map(({ is }) => is)).toEqual(['same', 'changed', 'same', 'changed'])
    expect(body[0]).toEqual({ is: 'same', from: 1, to: 1, texts: ['渡口今天停航。'] })
    expect(body[2]).toMatchObject({ from: 3, to: 3 })
    expect(marked(body[1])).toContain('风力')
    expect(marked(body[1])).toMatch(/-.*八.*-\+.*九.*\+/)
  })
  it('sees a paragraph put in as put in, not as a change of its neighbours', () => {
    const { body, added, removed } = bodies(
      '渡口今天停航。\n\n明天六点恢复。',
      '渡口今天停航。\n\n风力八级，船都在港里。\n\n明天六点恢复。',
    )
    expect(body.map(marked)).toEqual(['same', '+风力八级，船都在港里。+', 'same'])
    expect([added, removed]).toEqual([11, 0])
  })
  it('finds a changed paragraph again when others came before it', () => {
    const { body } = bodies(
      '桥面装有两百盏低位灯，光只落在路上。',
      '记者在现场看到这些。\n\n桥面装有三百盏低位灯，光只落在路上。',
    )
    expect(marked(body[0])).toBe('+记者在现场看到这些。+')
    expect(marked(body[1])).toContain('低位灯，光只落在路上。')
  })
  it('reads the words of HTML, not its tags', () => {
    const { body } = bodies('<p>停航<b>一天</b>。</p><p>风大。</p>', '<p>停航<b>两天</b>。</p><p>风大。</p>', 'html')
    expect(marked(body[0])).not.toMatch(/[<>]/)
    expect(marked(body[0])).toContain('停航')
    expect(body[1]).toEqual({ is: 'same', from: 2, to: 2, texts: ['风大。'] })
  })
  it('is told where only the markup differs', () => {
    const { body, added, removed } = bodies('<p>停航一天。</p>', '<p>停航<b>一天</b>。</p>', 'html')
    expect(body).toEqual([{ is: 'markup', text: '停航一天。' }])
    expect([added, removed]).toEqual([0, 0])
  })
  it('sees a picture by its description', () => {
    const { body } = bodies('<p><img src="/a.jpg" alt="旧桥"></p>', '<p><img src="/b.jpg" alt="新桥"></p>', 'html')
    expect(marked(body[0])).toMatch(/旧桥|旧/)
  })
  it('sees which other fields differ, and only those', () => {
    const { fields, headline } = versionDifference(
      copy({ tags: ['渡口'], urgent: false, source: null }),
      copy({ tags: ['渡口', '天气'], urgent: true, source: { name: '澜江发布', address: null } }),
    )
    expect(fields).toEqual([
      { field: 'tags', before: '渡口', after: '渡口、天气' },
      { field: 'sourceName', before: '', after: '澜江发布' },
      { field: 'urgent', before: false, after: true },
    ])
    expect(headline).toEqual([{ in: 'both', text: '渡口改期' }])
  })
  it('sees that a body is read in another way', () =>
    expect(versionDifference(copy({ bodyFormat: 'markdown' }), copy({ bodyFormat: 'html' })).fields).toEqual([
      { field: 'bodyFormat', before: 'markdown', after: 'html' },
    ]))
  it('sees nothing between a version and itself', () => {
    const same = copy({ body: '一。\n\n二。', kicker: '眉题' })
    const { body, fields, added, removed } = versionDifference(same, same)
    expect([body, fields, added, removed]).toEqual([
      [{ is: 'same', from: 1, to: 2, texts: ['一。', '二。'] }],
      [],
      0,
      0,
    ])
  })
  it('loses no word of either side, whatever was done to the paragraphs', () => {
    const sentence = fc.constantFrom('渡口停航。', '风力八级。', '风力九级，浪高。', '明天恢复。', 'Ferry 12 二号船。')
    const body = fc.array(sentence, { maxLength: 8 })
    fc.assert(
      fc.property(body, body, (before, after) => {
        const rows = bodies(before.join('\n\n'), after.join('\n\n')).body
        const side = (name: 'before' | 'after') =>
          rows
            .flatMap((row) =>
              row.is === 'same'
                ? row.texts
                : row.is === 'markup'
                  ? [row.text]
                  : sideOf(row.stretches, name).map(({ text }) => text),
            )
            .join('')
        expect(side('before')).toBe(before.join(''))
        expect(side('after')).toBe(after.join(''))
        const shown = rows.filter((row) => row.is === 'same')
        expect(shown.every(({ from, texts }) => texts[0] === after[from - 1])).toBe(true)
      }),
    )
  })
  it('waits a moment at most for a body as large as any may be', () => {
    const before = Array.from({ length: 4000 }, (_, at) => `第${at}段，船在港里等了${at % 7}天，的的的了。`)
    const after = before.map((text, at) => (at % 3 === 0 ? text.replace('等', '停') : text))
    const begun = performance.now()
    bodies(before.join('\n\n'), after.join('\n\n'))
    // Without its bounds this takes hours; with them two seconds of a machine that does nothing else.
    expect(performance.now() - begun).toBeLessThan(60_000)
  }, 90_000)
  it('waits no longer for many paragraphs that each say one word over and over', () => {
    const body = (edge: string) => Array.from({ length: 600 }, (_, at) => `${edge}${at} ${'的 '.repeat(390)}${edge}`)
    const begun = performance.now()
    bodies(body('甲').join('\n\n'), body('乙').join('\n\n'))
    // Without its bounds this takes hours; with them two seconds of a machine that does nothing else.
    expect(performance.now() - begun).toBeLessThan(60_000)
  }, 90_000)
  it('reads a body that is nested however deeply', () =>
    expect(bodies('<div>'.repeat(3000), `${'<div>'.repeat(3000)}停航`, 'html').body.length).toBeGreaterThan(0))
})
