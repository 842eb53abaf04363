import { isDeepStrictEqual } from 'node:util'
import type { LibraryPicture } from '@/newsroom/library-picture'
import { hashOf } from '@/newsroom/picture-address'
import { toReadersText } from '@/newsroom/published-article'
import { toReadersHtml } from '@/newsroom/readers-html'
import type { Transaction } from './database'
import { findLibrary } from './find-library'
import { findVersion } from './history'
import { changePublications, type Publication } from './publication'
import { toArticle, wholeArticle } from './rows'

/**
 * Has readers see what is said of a picture now, in every article that shows it to them: the texts themselves stay those that were published.
 */
export async function publishNotes(
  tx: Transaction,
  { before, after }: { before: LibraryPicture; after: LibraryPicture },
  zone: string,
): Promise<void> {
  if (isDeepStrictEqual(shown(before), shown(after))) return
  const uses = await tx.pictureUse.findMany({
    where: { hash: hashOf(after.sha256), shownTo: 'readers' },
    select: { articleId: true },
  })
  const write: Publication[] = []
  for (const { articleId } of uses) {
    const publication = await again(tx, articleId)
    if (publication) write.push(publication)
  }
  if (write.length === 0) return
  const remove = write.map(({ article }) => article.id)
  await changePublications(tx, { act: 'picture', at: after.updatedAt, zone, remove, write })
}

function shown({ alt, decorative, credit, focus }: LibraryPicture) {
  return { alt, decorative, credit, focus }
}

/** What is published of an article, made anew from the text that was published; null where nobody knows that text any more. */
async function again(tx: Transaction, articleId: number): Promise<Publication | null> {
  const row = await tx.article.findUnique({ where: { id: articleId }, include: { ...wholeArticle, published: true } })
  if (!row?.published) return null
  const article = toArticle(row)
  const { publishedVersion, version } = article
  const copy =
    publishedVersion === version || publishedVersion === null
      ? article.copy
      : await findVersion(tx, articleId, publishedVersion)
  if (!copy) return null
  const { published } = row
  const library = await findLibrary(tx, copy)
  return {
    article: {
      ...article,
      copy,
      path: published.path,
      publishedAt: published.publishedAt,
      updatedAt: published.updatedAt,
    },
    categoryId: published.categoryId,
    wireCode: published.wireCode,
    readers: toReadersText(copy, toReadersHtml(copy.body, copy.bodyFormat, library)),
  }
}
