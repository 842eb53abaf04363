import type { Copy } from './copy'

/** Copy in which nothing has been written yet but what is given: what a new article begins with. */
export function blankCopy(given: Partial<Copy> = {}): Copy {
  return {
    kind: 'story',
    headline: '',
    kicker: null,
    standfirst: null,
    body: '',
    bodyFormat: 'markdown',
    category: '',
    tags: [],
    source: null,
    byline: null,
    editor: null,
    urgent: false,
    picture: null,
    slug: null,
    ...given,
  }
}
