import { env } from '@/env'
import { database } from '@/store/database'
import { readStanding } from '../read-address'
import { withTagsOfNow } from '../read-article-lists'
import { readSite } from '../read-site'
import type { CorrectionHeading } from '../feeds/whole-text'
import { articleMarkdown } from './article-markdown'

/** What stands at the address of an article's Markdown, which is the article's own with `.md` for its ending. */
export type MarkdownAnswer =
  /** With the path of the article's own page. */
  | { is: 'text'; text: string; page: string }
  | { is: 'moved'; to: string }
  | { is: 'gone'; reason: string }
  | { is: 'missing' }

/** Where the Markdown of an article stands. */
export function markdownPath(path: string): string {
  return `${path.replace(/\.html$|\/$/, '')}.md`
}

/** Answers a path that ends in `.md`, percent-decoded. */
export async function readMarkdown(path: string, correctionHeading: CorrectionHeading): Promise<MarkdownAnswer> {
  const { site } = await readSite()
  // An old site may have called an article so itself.
  for (const meant of [path, ...['.html', '/', ''].map((ending) => path.replace(/\.md$/, ending))]) {
    const found = await readStanding(meant)
    if (found.is === 'gone') return { is: 'gone', reason: found.notice.reason }
    if (found.is === 'moved' && markdownPath(found.to) !== path) return { is: 'moved', to: markdownPath(found.to) }
    if (found.is !== 'article') continue
    const [article = found.article] = await withTagsOfNow(await database(env.databaseUrl), [found.article])
    return { is: 'text', text: articleMarkdown(article, { site, correctionHeading }), page: article.path }
  }
  return { is: 'missing' }
}
