import type { Element } from 'hast'
import { safeAddress } from './safe-address'
import { styleOf } from './style-of'

/** What a run of text wears; `a` is the address it leads to, empty for none. */
export type Marks = {
  readonly a: string
  readonly strong: boolean
  readonly em: boolean
  readonly u: boolean
  readonly s: boolean
  readonly sub: boolean
  readonly sup: boolean
  readonly code: boolean
}

/** The order marks stand inside each other, outermost first: one order, so that the same text is always the same HTML. */
export const markOrder = ['a', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code'] as const satisfies (keyof Marks)[]

/** Text that wears nothing. */
export const plain: Marks = {
  a: '',
  strong: false,
  em: false,
  u: false,
  s: false,
  sub: false,
  sup: false,
  code: false,
}

/** What text in an element wears, given what text around it does: by the element's name, and by its style, which may also take off. */
export function marksIn(element: Element, around: Marks): Marks {
  const style = styleOf(element)
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  const raised = style.get('vertical-align')
  const address =
    element.tagName === 'a' ? safeAddress(element.properties.href, ['http', 'https', 'mailto', 'tel']) : ''
  const marks = {
    ...around,
    ...byName[element.tagName],
    ...(address && { a: address }),
    ...(line.includes('underline') && { u: true }),
    ...(line.includes('line-through') && { s: true }),
    ...(raised === 'sub' && { sub: true }),
    ...(raised === 'super' && { sup: true }),
    ...said('strong', style.get('font-weight'), /^(?:bold|bolder|[6-9]\d\d|1000)$/, /^(?:normal|lighter|[1-5]\d\d)$/),
    ...said('em', style.get('font-style'), /^(?:italic|oblique)/, /^normal$/),
  }
  // A link is underlined as it is.
  return marks.a ? { ...marks, u: false } : marks
}

/** Whether two runs wear the same. */
export function areSame(one: Marks, other: Marks): boolean {
  return markOrder.every((mark) => one[mark] === other[mark])
}

/** What two neighbours both wear. */
export function shared(one: Marks, other: Marks): Marks {
  return {
    a: one.a === other.a ? one.a : '',
    strong: one.strong && other.strong,
    em: one.em && other.em,
    u: one.u && other.u,
    s: one.s && other.s,
    sub: one.sub && other.sub,
    sup: one.sup && other.sup,
    code: one.code && other.code,
  }
}

const byName: Record<string, Partial<Marks>> = {
  b: { strong: true },
  strong: { strong: true },
  i: { em: true },
  em: { em: true },
  u: { u: true },
  s: { s: true },
  strike: { s: true },
  del: { s: true },
  sub: { sub: true },
  sup: { sup: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
}

function said(mark: 'strong' | 'em', value: string | undefined, on: RegExp, off: RegExp): Partial<Marks> {
  if (value === undefined) return {}
  if (on.test(value)) return { [mark]: true }
  return off.test(value) ? { [mark]: false } : {}
}
