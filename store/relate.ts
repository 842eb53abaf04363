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
 * it found before of them is forgotten, what the desk decided stays, and what is found as it was touches nothing. In the order given.
 */
export async function relateArticles(tx: Transaction, ids: number[]): Promise<Related> {
  const touched = { related: new Set<number>(), stories: new Set<number>(), twins: new Set<number>() }
  const known = new Map((await listTraits(tx, ids)).map((one) => [one.id, one]))
  for (const article of ids.flatMap((id) => known.get(id) ?? [])) {
    const { others, weights } = await findCandidates(tx, article, known)
    const { bans, apart, differ } = await listChoices(tx, article.id)
    const before = await listRelations(tx, article.id)
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
      // Words weigh a little otherwise from the other's day: that alone moves nothing on a page.
      .map((one) => {
        const known = before.get(one.id)
        return known?.kind === one.kind ? { ...one, score: known.score } : one
      })
    const kept = strongestOf(found)
    const changed = await replaceRelations(tx, article.id, { before, kept })
    for (const { id } of changed) touchAll(touched.related, [article.id, id])
    const isOtherwiseSaid = changed.some(({ kinds }) => kinds.includes('twin'))
    await place(tx, article, { kept, isOtherwiseSaid, touched })
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

/** What it was found to be to others before, by their numbers. */
type Known = Map<number, { kind: string; score: number }>

async function listRelations(tx: Transaction, articleId: number): Promise<Known> {
  const rows = await tx.relation.findMany({ where: { articleId }, select: { otherId: true, kind: true, score: true } })
  return new Map(rows.map(({ otherId, ...likeness }) => [otherId, likeness]))
}

/** Resolves to those that it is something else to than before, with what it was and is. */
async function replaceRelations(
  tx: Transaction,
  articleId: number,
  { before, kept }: { before: Known; kept: Found[] },
): Promise<{ id: number; kinds: string[] }[]> {
  const kinds = new Map(kept.map(({ id, kind }) => [id, kind]))
  const changed = [...new Set([...before.keys(), ...kinds.keys()])]
    .map((id) => ({ id, was: before.get(id)?.kind, is: kinds.get(id) }))
    .filter(({ was, is }) => was !== is)
    .map(({ id, was, is }) => ({ id, kinds: [was, is].flatMap((kind) => kind ?? []) }))
  if (changed.length === 0) return []
  await forgetRelations(tx, [articleId])
  await insertRows(
    tx,
    'relation',
    kept.flatMap(({ id, kind, score }) => [
      { articleId, otherId: id, kind, score },
      { articleId: id, otherId: articleId, kind, score },
    ]),
  )
  return changed
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
  { kept, isOtherwiseSaid, touched }: { kept: Found[]; isOtherwiseSaid: boolean; touched: Touched },
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
  const isElsewhere = before.storyId !== storyId
  if (isElsewhere) {
    touchAll(touched.stories, [before.storyId, storyId].filter(isThere))
    touchAll(touched.related, [id, story?.articleId].filter(isThere))
  }
  if (!isElsewhere && !isOtherwiseSaid && before.twinsId === twinsId) return
  touched.twins.add(id)
  // The twins of both have come into the story with them.
  for (const group of new Set([before.twinsId, twinsId, story?.twinsId].filter(isThere))) {
    const members = await tx.storyPlace.findMany({ where: { twinsId: group }, select: { articleId: true }, take: 100 })
    touchAll(
      touched.twins,
      members.map(({ articleId }) => articleId),
    )
  }
}

function isThere(one: number | null | undefined): one is number {
  return one != null
}

function touchAll(touched: Set<number>, ids: number[]): void {
  for (const id of ids) touched.add(id)
}
