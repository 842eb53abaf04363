import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import type { Picture } from '@/newsroom/copy'
import type { PublishedText } from '@/newsroom/published-article'
import { absolute } from '../absolute'
import { makeAbsolute } from './absolute-html'

/** What stands over a correction of a moment: the words are the newspaper's. */
export type CorrectionHeading = (at: Date) => string

/** All that an article's page shows of its text (`wholeTree`), as HTML; `base` is the article's address. */
export function wholeText(article: PublishedText, base: string, headingOf: CorrectionHeading): string {
  return toHtml(wholeTree(article, base, headingOf), { closeSelfClosing: false })
}

/**
 * All that an article's page shows of its text, in the page's order and without the page around it: the standfirst unless the text says it
 * again, the lead picture unless it stands in the text, and the text; every address is whole. What was corrected comes before it all: who has
 * read the article elsewhere looks there for what is new.
 */
export function wholeTree(
  { html, standfirst, repeatsStandfirst, picture, corrections }: PublishedText,
  base: string,
  headingOf: CorrectionHeading,
): Root {
  const root = fromHtml(html, { fragment: true })
  makeAbsolute(root, base)
  const head: ElementContent[] = [
    ...corrections.map(({ at, text: note }) =>
      element('p', {}, [element('strong', {}, [text(headingOf(at))]), element('br', {}, []), text(note)]),
    ),
    ...(standfirst && !repeatsStandfirst ? [element('p', {}, [element('strong', {}, [text(standfirst)])])] : []),
    ...(picture && !shows(root, absolute(picture.address, base)) ? [figureOf(picture, base)] : []),
  ]
  root.children.unshift(...head)
  return root
}

function figureOf({ address, alt, caption, credit, width, height }: Picture, base: string): Element {
  const size = width && height ? { width, height } : {}
  const said = [caption, credit].filter((line) => line).join(' ')
  return element('figure', {}, [
    element('img', { src: absolute(address, base), alt, ...size }, []),
    ...(said ? [element('figcaption', {}, [text(said)])] : []),
  ])
}

function shows(root: Root, address: string): boolean {
  let isThere = false
  visit(root, 'element', ({ properties }: Element) => {
    isThere ||= properties.src === address
  })
  return isThere
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
