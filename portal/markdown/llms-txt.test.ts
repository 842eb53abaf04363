import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { scratchSite } from '../scratch-article'
import { everyNaughty } from '../validators/naughty'
import { sayable } from '../xml'
import { llmsTxt } from './llms-txt'

const link = { name: '柳浦港开港', address: 'https://tangzhou.example/a.md', note: '2026-11-24' }

describe('llms.txt', () => {
  it('is a heading, a quotation, sentences, and lists of links', () =>
    expect(
      llmsTxt({
        site: scratchSite,
        lead: '如何读。',
        sections: [
          { title: '最新', links: [link, { ...link, note: '' }] },
          { title: '空', links: [] },
        ],
      }),
    ).toBe(
      '# 棠州日报\n\n> 每天一张报\n\n如何读。\n\n## 最新\n\n- [柳浦港开港](https://tangzhou.example/a.md): 2026-11-24\n- [柳浦港开港](https://tangzhou.example/a.md)\n',
    ))
  it('stays that whatever stands in it', () => {
    for (const words of everyNaughty.filter(({ length }) => length < 1000)) {
      const said = sayable(words).replace(/\s+/g, ' ').trim()
      if (said === '') continue
      const sections = [{ title: words, links: [{ ...link, name: words }] }]
      const [heading, quotation, lead, title, list, ...more] = fromMarkdown(
        llmsTxt({ site: { ...scratchSite, name: words, description: words }, lead: words, sections }),
      ).children
      expect([heading, quotation, lead, title, list].map((node) => node?.type)).toEqual([
        'heading',
        'blockquote',
        'paragraph',
        'heading',
        'list',
      ])
      expect(more).toEqual([])
      for (const node of [heading, lead, title])
        expect(node).toMatchObject({ children: [{ type: 'text', value: said }] })
      const shown = { children: [{ type: 'link', url: link.address, children: [{ type: 'text', value: said }] }] }
      expect(list).toMatchObject({ children: [{ children: [{ children: [shown.children[0], expect.anything()] }] }] })
    }
  })
})
