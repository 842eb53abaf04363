import type { ListItem, PhrasingContent, Root } from 'mdast'
import type { Site } from '@/newsroom/site'
import { sayable } from '../xml'
import { writeMarkdown } from './write-markdown'

/** What a program that reads is told of the newspaper: what it is, and where its texts stand. */
export type Guide = {
  site: Site
  /** Sentences on how to read it. */
  lead: string
  sections: { title: string; links: GuideLink[] }[]
}

export type GuideLink = { name: string; address: string; note: string }

/** `/llms.txt` (llmstxt.org): a heading, what the newspaper says of itself, and lists of links. Sections without a link are left out. */
export function llmsTxt({ site, lead, sections }: Guide): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(site.name)] },
      ...(site.description ? [{ type: 'blockquote' as const, children: [paragraph([text(site.description)])] }] : []),
      paragraph([text(lead)]),
      ...sections
        .filter(({ links }) => links.length > 0)
        .flatMap(({ title, links }) => [
          { type: 'heading' as const, depth: 2 as const, children: [text(title)] },
          { type: 'list' as const, spread: false, children: links.map(toItem) },
        ]),
    ],
  }
  return writeMarkdown(tree)
}

function toItem({ name, address, note }: GuideLink): ListItem {
  const link: PhrasingContent = { type: 'link', url: address, children: [text(name)] }
  return { type: 'listItem', spread: false, children: [paragraph(note ? [link, text(`: ${note}`)] : [link])] }
}

function paragraph(children: PhrasingContent[]) {
  return { type: 'paragraph' as const, children }
}

function text(value: string) {
  return { type: 'text' as const, value: sayable(value).replace(/\s+/g, ' ').trim() }
}
