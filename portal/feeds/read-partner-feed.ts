import { env } from '@/env'
import { type Partner, partnerFeedPath, shownToPartner } from '@/newsroom/partner'
import type { PublishedArticle } from '@/newsroom/published-article'
import { isSecret } from '@/newsroom/secret'
import { findCategory } from '@/store/categories'
import { type Database, database } from '@/store/database'
import { findPartner } from '@/store/partners'
import { type Cursor, listPublished } from '@/store/published'
import { secretHash } from '@/store/secrets'
import { listWithdrawn } from '@/store/withdrawn'
import { answerFeed, type FeedList, type FeedWish } from './answer-feed'
import type { FeedDocument } from './feed'

export type PartnerWanted = Pick<FeedWish, 'format' | 'after' | 'correctionHeading'> & { secret: string; at: Date }

/** A partner's own feed as it is at `at`; null for a secret that is nobody's, or for a page that is none. */
export async function readPartnerFeed({ secret, ...wish }: PartnerWanted): Promise<FeedDocument | null> {
  if (!isSecret(secret)) return null
  const db = await database(env.databaseUrl)
  const partner = await findPartner(db, secretHash(secret))
  if (!partner) return null
  const categoryIds = await numbersOf(db, partner.categories)
  return answerFeed(partnerList(partner, categoryIds, wish.at), {
    ...wish,
    path: partnerFeedPath(secret, wish.format),
    form: partner.form,
  })
}

/** All that a partner gets, newest first; null stands for every category. */
function partnerList(partner: Partner, categoryIds: number[] | null, at: Date): FeedList {
  return {
    idPath: `/partner/${partner.id}`,
    name: partner.name,
    description: null,
    homePath: '/',
    // Made for the one request, and kept by nobody.
    depends: { newest: [], older: [] },
    listPublished: (db, page) => listOf(db, categoryIds, { ...page, before: shownToPartner(partner, at) }),
    // What must not be read any more must not wait.
    async listWithdrawn(db, limit) {
      const lists = await Promise.all(
        (categoryIds ?? [undefined]).map((categoryId) => listWithdrawn(db, { categoryId }, limit)),
      )
      return lists
        .flat()
        .sort((one, other) => other.at.getTime() - one.at.getTime())
        .slice(0, limit)
    },
  }
}

/** One seek a category: to look through the whole newspaper for what stands in a quiet one would take as long as it is large. */
async function listOf(
  db: Database,
  categoryIds: number[] | null,
  { before, after, limit }: { before: Date; after: Cursor | null; limit: number },
): Promise<PublishedArticle[]> {
  const lists = await Promise.all(
    (categoryIds ?? [undefined]).map((categoryId) => listPublished(db, { categoryId, before }, { after, limit })),
  )
  return lists
    .flat()
    .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || other.id - one.id)
    .slice(0, limit)
}

/** A category that is gone gives nothing: it must not turn into all of them. */
async function numbersOf(db: Database, slugs: string[]): Promise<number[] | null> {
  if (slugs.length === 0) return null
  const found = await Promise.all(slugs.map((slug) => findCategory(db, slug)))
  return found.flatMap((category) => (category ? [category.id] : []))
}
