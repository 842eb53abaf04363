import { type Likeness, liken } from '@/newsroom/related/liken'
import { type Neighbour, type Place, placeByKin } from '@/newsroom/related/place'
import type { Effect } from '@/newsroom/touched-by'
import type { Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { insertRows } from './insert-rows'
import { findCandidates, listTraits } from './related-candidates'
import { addToStory, addToTwins, listPlaces, savePlace } from './story-places'

/** Rows of an article: as many as a page could ever show, and what holds its story together. */
const most = { related: 8, kin: 12 }

/** What comparing changed, by the numbers of articles and stories. */
export type Related = Required<Pick<Effect, 'related' | 'stories' | 'twins'>>

/**
 * Compares published articles with what was published around them, and writes down which have to do with each other and where each stands. What
 * it found before of them is forgotten; what the desk decided stays. In the order given.
 */
export async function relateArticles(tx: Transaction, ids: number[]): Promise<Related> {
  const touched = { related: new Set<number>(), stories: new Set<number>(), twins: new Set<number>() }
  const known = new Map((await listTraits(tx, ids)).map((one) => [one.id, one]))
  for (const article of ids.flatMap((id) => known.get(id) ?? [])) {
    const { others, weights } = await findCandidates(tx, article, known)
    const { bans, apart, differ } = await listChoices(tx, article.id)
    const found = others
      .filter(({ id }) => !bans.has(id))
      .flatMap((other) => {
        const likeness = liken(article, other, weights)
        if (!likeness) return []
        // The desk has said that the two are no one story; alike they are all the same.
        if (apart.has(other.id)) return [{ id: other.id, ...likeness, kind: 'related' as const }]
        // Nor one report, though one may have come of the other.
        const isOther = likeness.kind === 'twin' && differ.has(other.id)
        return [{ id: other.id, ...likeness, ...(isOther && { kind: 'thread' as const }) }]
      })
    const kept = strongestOf(found)
    for (const { id } of await replaceRelations(tx, article.id, kept)) touched.related.add(id)
    touched.related.add(article.id)
    await place(tx, article, { kept, touched })
  }
  return { related: [...touched.related], stories: [...touched.stories], twins: [...touched.twins] }
}

type Found = Likeness & { id: number }

function strongestOf(found: Found[]): Found[] {
  const ranked = found.toSorted((one, other) => other.score - one.score || other.id - one.id)
  return [
    ...ranked.filter(({ kind }) => kind !== 'related').slice(0, most.kin),
    ...ranked.filter(({ kind }) => kind === 'related').slice(0, most.related),
  ]
}

/** Gives back whatever it was or is related to. */
async function replaceRelations(tx: Transaction, articleId: number, kept: Found[]): Promise<{ id: number }[]> {
  const before = await tx.relation.findMany({ where: { articleId }, select: { otherId: true } })
  const known = before.map(({ otherId }) => otherId)
  await forgetRelations(tx, [articleId])
  await insertRows(
    tx,
    'relation',
    kept.flatMap(({ id, kind, score }) => [
      { articleId, otherId: id, kind, score },
      { articleId: id, otherId: articleId, kind, score },
    ]),
  )
  return [...new Set([...known, ...kept.map(({ id }) => id)])].map((id) => ({ id }))
}

/** Forgets what articles are related to, from either side. */
export async function forgetRelations(tx: Transaction, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  const among = Prisma.join(ids)
  await tx.$executeRaw`
    DELETE FROM relation WHERE ("articleId", "otherId") IN (SELECT "otherId", "articleId" FROM relation WHERE "articleId" IN (${among}))`
  await tx.$executeRaw`DELETE FROM relation WHERE "articleId" IN (${among})`
}

async function listChoices(tx: Transaction, id: number): Promise<Record<'bans' | 'apart' | 'differ', Set<number>>> {
  const rows = await tx.relatedChoice.findMany({ where: { articleId: id }, select: { otherId: true, choice: true } })
  const of = (wanted: string) => new Set(rows.filter(({ choice }) => choice === wanted).map(({ otherId }) => otherId))
  return { bans: of('ban'), apart: of('apart'), differ: of('differ') }
}

type Touched = Record<keyof Related, Set<number>>

async function place(
  tx: Transaction,
  { id, publishedAt }: { id: number; publishedAt: Date },
  { kept, touched }: { kept: Found[]; touched: Touched },
): Promise<void> {
  const places = await listPlaces(tx, [id, ...kept.map(({ id }) => id)])
  const before: Place = places.get(id) ?? { articleId: id, storyId: null, twinsId: null, isHeld: false }
  const neighbours: Neighbour[] = kept.flatMap(({ id, ...likeness }) => {
    const place = places.get(id)
    return place ? [{ place, ...likeness }] : []
  })
  const { story, twins } = placeByKin(neighbours, before)
  // The desk's word on the story holds; of what is said twice it has said nothing.
  await savePlace(tx, { articleId: id, publishedAt, storyId: before.isHeld ? before.storyId : null, twinsId: null })
  const twinsId = twins ? await addToTwins(tx, id, { twin: twins, at: publishedAt }) : null
  const storyId = before.isHeld
    ? before.storyId
    : story
      ? await addToStory(tx, id, { report: story, at: publishedAt })
      : null
  for (const one of [before.storyId, storyId]) if (one !== null && before.storyId !== storyId) touched.stories.add(one)
  if (story && story.storyId === null && storyId !== null) touched.related.add(story.articleId)
  for (const group of new Set([before.twinsId, twinsId])) {
    if (group === null) continue
    const members = await tx.storyPlace.findMany({ where: { twinsId: group }, select: { articleId: true }, take: 100 })
    for (const { articleId } of members) touched.twins.add(articleId)
  }
  touched.twins.add(id)
}
