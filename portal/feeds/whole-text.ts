import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import type { Picture } from '@/newsroom/copy'
import { absolute } from '../absolute'
import { makeAbsolute } from './absolute-html'
import type { FedArticle } from './to-entry'

/** All that an article's page shows of its text (`wholeTree`), as HTML. */
export function wholeText(article: FedArticle, options: Options): string {
  return toHtml(wholeTree(article, options), { closeSelfClosing: false })
}

type Options = {
  /** The article's address. */ base: string /** What stands before the note of a correction. */
  correction: string
}

/**
 * All that an article's page shows of its text, in the page's order and without the page around it: what was corrected, the standfirst
 * unless the text says it again, the lead picture unless it stands in the text, and the text; every address is whole.
 */
export function wholeTree(article: FedArticle, { base, correction }: Options): Root {
  const { html, standfirst, repeatsStandfirst, picture, corrections } = article
  const root = fromHtml(html, { fragment: true })
  makeAbsolute(root, base)
  const head: ElementContent[] = [
    ...corrections.map(({ note }) => noteOf(correction, note)),
    ...(standfirst && !repeatsStandfirst ? [element('p', {}, [element('strong', {}, [text(standfirst)])])] : []),
    ...(picture && !shows(root, absolute(picture.address, base)) ? [figureOf(picture, base)] : []),
  ]
  root.children.unshift(...head)
  return root
}

function noteOf(label: string, note: string): Element {
  return element('aside', { className: ['correction'], role: 'note' }, [
    element('p', {}, [element('strong', {}, [text(label)]), text(note)]),
  ])
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
