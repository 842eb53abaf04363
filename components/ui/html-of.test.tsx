import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { createElement, Fragment, type ReactNode } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlOf } from './html-of'
import { insideHtml } from './inside-html'

/** Elements as another process can be sent them, without a tag for a fragment. */
type Page = string | number | boolean | null | [tag: string | null, props: Record<string, unknown> | null, ...Page[]]

let react: ChildProcess
beforeAll(() => {
  react = fork(join(import.meta.dirname, 'written-by-react.mjs'), { execArgv: [] })
})
afterAll(() => void react.kill())

async function writtenByReact(page: Page): Promise<string> {
  const answer = once(react, 'message')
  react.send(page as Serializable)
  return String((await answer)[0])
}

function elementOf(page: Page): ReactNode {
  if (!Array.isArray(page)) return page
  const [tag, props, ...children] = page
  return createElement(tag ?? Fragment, props, ...children.map(elementOf))
}

/** What a browser makes of it: attributes in any order, and nothing of where in the source it stood. */
function read(html: string): string {
  return JSON.stringify(fromHtml(html, { fragment: true }), (name, value) => {
    if (name === 'position') return undefined
    return name === 'properties' ? Object.entries(value).sort() : value
  })
}

const said = fc.oneof(
  fc.constantFrom('砚江三桥通车', '"', "'", '<b>', '&amp;', '&', '</div>', ' ', '', '0', '<!--'),
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replace(/[\0\r\ud800-\udfff]/g, '')),
)
const attributes = fc.record(
  {
    className: said,
    title: said,
    'data-copy': fc.oneof(said, fc.boolean()),
    'aria-hidden': fc.oneof(fc.boolean(), fc.constant('true')),
    'aria-current': fc.constantFrom('page', null),
    href: said.map((text) => `/${text}`),
    dateTime: fc.constant('2026-11-29T08:00:00+08:00'),
    tabIndex: fc.constantFrom(-1, 0),
    hidden: fc.boolean(),
    draggable: fc.boolean(),
  },
  { requiredKeys: [] },
)
const picture = fc.record(
  {
    src: said.map((text) => `/${text}.jpg`),
    srcSet: fc.constant('/a.jpg 400w, /b.jpg 800w'),
    alt: said,
    width: fc.nat(4000),
    fetchPriority: fc.constant('low'),
    // Else React names it in the head, which a page's lead does for itself.
    loading: fc.constant('lazy'),
  },
  { requiredKeys: ['loading'] },
)
const html = { dangerouslySetInnerHTML: { __html: '<p>一<wbr>二</p>' } }
const { page } = fc.letrec<{ page: Page }>((tie) => {
  const inner = fc.array(tie('page'), { maxLength: 4 })
  return {
    page: fc.oneof(
      { maxDepth: 4 },
      said,
      fc.constantFrom<Page>(null, false, true, 0, 12.5),
      picture.map((props): Page => ['img', props]),
      attributes.map((props): Page => ['div', { ...props, ...html }]),
      fc
        .tuple(fc.constantFrom('div', 'span', 'section', 'b', 'svg'), attributes, inner)
        .map(([tag, props, children]): Page => [tag, props, ...children]),
      inner.map((children): Page => [null, null, ...children]),
    ),
  }
})

const fieldsAndDrawings: Page = [
  null,
  null,
  ['label', { htmlFor: 'find' }, '找什么'],
  ['input', { id: 'find', type: 'text', role: 'searchbox', name: 'q', defaultValue: '砚"江', maxLength: 200 }],
  ['input', { placeholder: '找', autoComplete: 'off', enterKeyHint: 'search', autoCapitalize: 'none' }],
  ['input', { type: 'checkbox', defaultChecked: true, disabled: false, required: true, readOnly: true }],
  [
    'svg',
    { viewBox: '0 0 64 88', 'aria-hidden': true, focusable: 'false', shapeRendering: 'crispEdges' },
    ['text', { x: 3, textAnchor: 'middle' }, '邸'],
    ['path', { d: 'M2 2.5h7', fillRule: 'evenodd', strokeWidth: 1, strokeLinecap: 'round', strokeLinejoin: 'round' }],
  ],
  ['picture', null, ['source', { type: 'image/webp', srcSet: '/a.webp 400w', sizes: '100vw' }]],
  ['script', { type: 'application/ld+json', dangerouslySetInnerHTML: { __html: '{"a":"\\u003c"}' } }],
]

function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <b>{name}</b>：{children}
    </>
  )
}

describe('a page written as HTML', () => {
  it('reads like the one that React writes, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (drawn) => {
        expect(read(htmlOf(elementOf(drawn)))).toBe(read(await writtenByReact(drawn)))
      }),
    )
  })

  it('reads like it where only what is inside of its outermost elements is HTML', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (drawn) => {
        expect(read(htmlOf(insideHtml(elementOf(drawn))))).toBe(read(await writtenByReact(drawn)))
      }),
    )
  })

  it('has fields and drawings as React writes them', async () => {
    expect(read(htmlOf(elementOf(fieldsAndDrawings)))).toBe(read(await writtenByReact(fieldsAndDrawings)))
  })

  it('has of a component what it makes of its props', () => {
    const named = (
      <p>
        <Named name="记者">
          <i>闻砚</i>
        </Named>
      </p>
    )
    expect(htmlOf(named)).toBe('<p><b>记者</b>：<i>闻砚</i></p>')
    expect(htmlOf(insideHtml(<Named name="记者">闻砚</Named>))).toBe('<b>记者</b>：闻砚')
  })

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)'])(
    'leads nowhere where an address would run a script: %j',
    (href) => expect(htmlOf(<a href={href}>来源</a>)).toBe('<a>来源</a>'),
  )

  const Waits = (async () => '慢') as unknown as () => ReactNode
  it.each<[string, ReactNode]>([
    ['a component that waits', <Waits key="" />],
    ['a field whose value React keeps', <select key="" />],
    ['an act of the browser’s', <p key="" onCopy={() => {}} />],
    ['a style of its own', <p key="" style={{ color: 'red' }} />],
  ])('is refused with a word for %s', (_, refused) => {
    expect(() => htmlOf(refused)).toThrow(/written as HTML|left to React|cannot say/)
  })
})
