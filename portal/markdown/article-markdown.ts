import { encodePath } from '@/newsroom/address'
import { authorsOf } from '@/newsroom/byline'
import { rfc3339 } from '@/newsroom/moment'
import type { PublishedText } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { stringify } from 'yaml'
import { absolute, webAddress } from '../absolute'
import { type CorrectionHeading, wholeTree } from '../feeds/whole-text'
import { sayable } from '../xml'
import { toMarkdownTree } from './to-markdown-tree'
import { writeMarkdown } from './write-markdown'

/** An article as Markdown (CommonMark with GitHub's tables): front matter that says what it is, its headline, and the whole text. */
export function articleMarkdown(
  article: PublishedText,
  { site, correctionHeading }: { site: Site; correctionHeading: CorrectionHeading },
): string {
  const base = absolute(encodePath(article.path), site.origin)
  const tree = toMarkdownTree(wholeTree(article, base, correctionHeading))
  const headline = { type: 'text' as const, value: oneLine(article.headline) }
  tree.children.unshift({ type: 'heading', depth: 1, children: [headline] })
  return `---\n${frontMatter(article, { site, base })}---\n\n${writeMarkdown(tree)}`
}

function frontMatter(article: PublishedText, { site, base }: { site: Site; base: string }): string {
  const { headline, kicker, summary, byline, editor, source, category, tags, picture } = article
  const fields = {
    title: headline,
    kicker,
    description: summary,
    date: rfc3339(article.publishedAt, site.zone),
    updated: rfc3339(article.updatedAt, site.zone),
    authors: authorsOf(byline),
    editor,
    source: source?.name,
    original: source && webAddress(source.address),
    category: category.name,
    tags,
    picture: picture && absolute(picture.address, base),
    language: site.language,
    publisher: site.name,
    address: base,
  }
  const said = Object.entries(fields).flatMap(([key, value]) => {
    const clean = Array.isArray(value) ? value.map(sayable) : typeof value === 'string' ? sayable(value) : null
    return clean === null || clean.length === 0 ? [] : [[key, clean]]
  })
  // Quoted, so that no reader takes a text for a number, a date or a yes.
  return stringify(Object.fromEntries(said), {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  })
}

/** A heading of Markdown is one line. */
function oneLine(text: string): string {
  return sayable(text)
    .replace(/\s*[\n\r]\s*/g, ' ')
    .trim()
}
