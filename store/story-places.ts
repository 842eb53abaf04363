import type { Place } from '@/newsroom/related/place'
import type { Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { upsertRows } from './insert-rows'

/** Where articles stand among others, by their numbers. */
export async function listPlaces(tx: Transaction, ids: number[]): Promise<Map<number, Place>> {
  const rows = await tx.storyPlace.findMany({ where: { articleId: { in: ids } } })
  return new Map(
    rows.map(({ articleId, storyId, twinsId, heldById }) => [
      articleId,
      { articleId, storyId, twinsId, isHeld: heldById !== null },
    ]),
  )
}

/** Writes where an article stands; who holds it there stays as it was. */
export async function savePlace(
  tx: Transaction,
  place: Pick<Place, 'articleId' | 'storyId' | 'twinsId'> & { publishedAt: Date },
): Promise<void> {
  await upsertRows(tx, 'story_place', [{ ...place, version: 0 }], {
    by: ['articleId'],
    change: ['storyId', 'twinsId', 'publishedAt'],
  })
}

/** Puts an article among the twins of another, which it begins where there are none, and resolves to their number. */
export async function addToTwins(
  tx: Transaction,
  id: number,
  { twin, at }: { twin: Place; at: Date },
): Promise<number> {
  const twinsId = twin.twinsId ?? (await begin(tx, at))
  await tx.storyPlace.updateMany({ where: { articleId: { in: [id, twin.articleId] } }, data: { twinsId } })
  return twinsId
}

/** Puts an article, with its twins, into the story of another, which it begins where there is none, and resolves to its number. */
export async function addToStory(
  tx: Transaction,
  id: number,
  { report, at }: { report: Place; at: Date },
): Promise<number> {
  const storyId = report.storyId ?? (await begin(tx, at))
  await tx.storyPlace.updateMany({ where: { articleId: { in: [id, report.articleId] } }, data: { storyId } })
  const rows = await tx.storyPlace.findMany({
    where: { articleId: { in: [id, report.articleId] }, twinsId: { not: null } },
    select: { twinsId: true },
  })
  const groups = rows.flatMap(({ twinsId }) => twinsId ?? [])
  if (groups.length > 0)
    await tx.storyPlace.updateMany({
      where: { twinsId: { in: groups }, storyId: null, heldById: null },
      data: { storyId },
    })
  return storyId
}

/** A number for a new story, or for twins. */
export async function begin(tx: Transaction, at: Date): Promise<number> {
  return (await tx.story.create({ data: { begunAt: at }, select: { id: true } })).id
}

/** The stories that some articles are reports of, and whatever says the same as one of them. */
export async function listStandingWith(
  tx: Transaction,
  ids: number[],
): Promise<{ stories: number[]; twins: number[] }> {
  if (ids.length === 0) return { stories: [], twins: [] }
  const among = Prisma.join(ids)
  const rows = await tx.$queryRaw<{ kind: 'story' | 'twin'; id: number }[]>`
    SELECT 'story' AS "kind", "storyId" AS "id" FROM story_place WHERE "articleId" IN (${among}) AND "storyId" IS NOT NULL
    UNION SELECT 'twin', "articleId" FROM story_place
      WHERE "twinsId" IN (SELECT "twinsId" FROM story_place WHERE "articleId" IN (${among}))`
  const of = (wanted: 'story' | 'twin') => rows.filter(({ kind }) => kind === wanted).map(({ id }) => Number(id))
  return { stories: of('story'), twins: of('twin') }
}
