import { z } from 'zod'
import type { Act } from '@/newsroom/article'
import { decideRelated, mostPins, type RelatedDecision, writeDecision } from '@/newsroom/related/decide'
import type { Kinship } from '@/newsroom/related/liken'
import type { PublishedArticle } from '@/newsroom/published-article'
import { Refusal } from '@/newsroom/refusal'
import { findArticle } from './articles'
import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { appendHistory } from './history'
import { findAllPublished } from './published'
import { relateArticles } from './relate'
import { isRowNumber } from './row-number'
import { addToStory, begin, listPlaces, listStandingWith, savePlace } from './story-places'

type Decided = { by: string; at: Date }

/** What the machine found of an article and what the desk decided, as the desk sees it. */
export type RelatedDesk = {
  /** Grows with each decision. */
  version: number
  /** Who placed it, where the desk did. */
  held: Decided | null
  reports: PublishedArticle[]
  twins: PublishedArticle[]
  found: { article: PublishedArticle; kind: Kinship; score: number }[]
  pins: { article: PublishedArticle; decided: Decided }[]
  /** What has nothing to do with it, or is not the same report. */
  bans: { article: PublishedArticle; isDiffering: boolean; decided: Decided }[]
}

const kinship = z.enum(['twin', 'thread', 'related'])
const mostListed = 50

/** Reads it. Nothing where the article has not been compared yet. */
export async function readRelatedDesk(db: Database, id: number): Promise<RelatedDesk> {
  const place = await db.storyPlace.findUnique({
    where: { articleId: id },
    include: { heldBy: { select: { name: true } } },
  })
  const others = (where: { storyId: number } | { twinsId: number }) =>
    db.storyPlace.findMany({
      where: { ...where, articleId: { not: id } },
      orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
      take: mostListed,
      select: { articleId: true },
    })
  const story = place?.storyId ? await others({ storyId: place.storyId }) : []
  const twins = place?.twinsId ? await others({ twinsId: place.twinsId }) : []
  const relations = await db.relation.findMany({
    where: { articleId: id },
    orderBy: [{ score: 'desc' }, { otherId: 'desc' }],
    take: mostListed,
  })
  const choices = await db.relatedChoice.findMany({
    where: { articleId: id, choice: { in: ['pin', 'ban', 'differ'] } },
    orderBy: [{ at: 'asc' }, { otherId: 'asc' }],
    include: { by: { select: { name: true } } },
  })
  const articles = await findAllPublished(db, [
    ...story.map(({ articleId }) => articleId),
    ...twins.map(({ articleId }) => articleId),
    ...[...relations, ...choices].map(({ otherId }) => otherId),
  ])
  const shown = (rows: { articleId: number }[]) => rows.flatMap(({ articleId }) => articles.get(articleId) ?? [])
  const chosen = (...wanted: string[]) =>
    choices.flatMap(({ otherId, choice, by, at }) => {
      const article = articles.get(otherId)
      const isDiffering = choice === 'differ'
      return article && wanted.includes(choice) ? [{ article, isDiffering, decided: { by: by.name, at } }] : []
    })
  const banned = new Set(choices.filter(({ choice }) => choice === 'ban').map(({ otherId }) => otherId))
  return {
    version: place?.version ?? 0,
    held: place?.heldBy && place.heldAt ? { by: place.heldBy.name, at: place.heldAt } : null,
    reports: shown(story),
    twins: shown(twins),
    found: relations.flatMap(({ otherId, kind, score }) => {
      const article = articles.get(otherId)
      return article && !banned.has(otherId) ? [{ article, kind: kinship.parse(kind), score }] : []
    }),
    pins: chosen('pin'),
    bans: chosen('ban', 'differ'),
  }
}

/**
 * Does what the desk decided about an article and others, and writes it into its history. Throws a Refusal where somebody has decided since
 * `seenVersion`, where it is not this person's to decide, and where readers do not see the other article.
 */
export async function saveRelatedDecision(
  db: Database,
  id: number,
  { seenVersion, ...decision }: RelatedDecision & { seenVersion: number },
  { by, at }: Act,
): Promise<void> {
  const article = await findArticle(db, id)
  if (!article) throw new Refusal('gone')
  decideRelated(article, decision, { by })
  const { act, otherId } = decision
  await db.$transaction(async (tx) => {
    await takeTurn(tx, article, { seenVersion, at })
    const before = await listStandingWith(tx, otherId === null ? [id] : [id, otherId])
    if (otherId !== null) await refuseUnpublished(tx, otherId)
    await decide(tx, { id, act, otherId }, { by, at })
    const isPlaced = act !== 'pin' && act !== 'unpin'
    const found = isPlaced ? await relateArticles(tx, [id]) : { related: [id], stories: [], twins: [] }
    const after = await listStandingWith(tx, otherId === null ? [id] : [id, otherId])
    await appendHistory(
      tx,
      { before: article, after: { ...article, updatedBy: by, updatedAt: at } },
      { act: 'relate', why: writeDecision(decision) },
    )
    const effect = {
      related: [...new Set([...found.related, id, ...(otherId === null ? [] : [otherId])])],
      stories: [...new Set([...before.stories, ...found.stories, ...after.stories])],
      twins: [...new Set([...before.twins, ...found.twins, ...after.twins])],
    }
    await appendChange(tx, effect, { act: 'relate', at })
  })
}

/** One decision at a time: the one that saw what another has changed since is refused. */
async function takeTurn(
  tx: Transaction,
  { id, publishedAt }: { id: number; publishedAt: Date | null },
  { seenVersion, at }: { seenVersion: number; at: Date },
): Promise<void> {
  if (!(await listPlaces(tx, [id])).has(id))
    await savePlace(tx, { articleId: id, storyId: null, twinsId: null, publishedAt: publishedAt ?? at })
  const { count } = await tx.storyPlace.updateMany({
    where: { articleId: id, version: seenVersion },
    data: { version: { increment: 1 } },
  })
  if (count === 0) throw new Refusal('related-stale')
}

async function refuseUnpublished(tx: Transaction, otherId: number): Promise<void> {
  const row = isRowNumber(otherId)
    ? await tx.publishedArticle.findUnique({ where: { articleId: otherId }, select: { publishedAt: true } })
    : null
  if (!row) throw new Refusal('related-unpublished')
  if (!(await listPlaces(tx, [otherId])).has(otherId))
    await savePlace(tx, { articleId: otherId, storyId: null, twinsId: null, publishedAt: row.publishedAt })
}

type Given = RelatedDecision & { id: number }

async function decide(tx: Transaction, { id, act, otherId }: Given, { by, at }: Act): Promise<void> {
  const choose = (choice: 'pin' | 'ban' | 'differ' | 'apart', pairs: [number, number][]) =>
    tx.relatedChoice.createMany({
      data: pairs.map(([articleId, otherId]) => ({ articleId, otherId, choice, byId: by.id, at })),
    })
  const hold = { heldById: by.id, heldAt: at }
  if (otherId === null) {
    if (act === 'release') {
      await forget(tx, { choice: 'apart', OR: [{ articleId: id }, { otherId: id }] })
      await tx.storyPlace.update({ where: { articleId: id }, data: { heldById: null, heldAt: null } })
      return
    }
    // Those it was kin to would draw it back, or follow it, when they are compared anew.
    const kin = await tx.relation.findMany({
      where: { articleId: id, kind: { not: 'related' } },
      select: { otherId: true },
    })
    const parted = await tx.relatedChoice.findMany({
      where: { articleId: id, choice: 'apart' },
      select: { otherId: true },
    })
    const drawing = kin.filter((one) => !parted.some(({ otherId }) => otherId === one.otherId))
    await choose(
      'apart',
      drawing.flatMap((one): [number, number][] => [
        [id, one.otherId],
        [one.otherId, id],
      ]),
    )
    await tx.storyPlace.update({
      where: { articleId: id },
      data: { storyId: await begin(tx, at), twinsId: null, ...hold },
    })
    return
  }
  const both = {
    OR: [
      { articleId: id, otherId },
      { articleId: otherId, otherId: id },
    ],
  }
  switch (act) {
    case 'pin':
      await forget(tx, { ...both, choice: 'ban' })
      await forget(tx, { articleId: id, otherId, choice: 'pin' })
      if ((await tx.relatedChoice.count({ where: { articleId: id, choice: 'pin' } })) >= mostPins)
        throw new Refusal('related-many', { most: mostPins })
      await choose('pin', [[id, otherId]])
      break
    case 'unpin':
      await forget(tx, { articleId: id, otherId, choice: 'pin' })
      break
    case 'ban':
    case 'differ':
      await forget(tx, act === 'ban' ? both : { ...both, choice: { in: ['ban', 'differ'] } })
      await choose(act, [
        [id, otherId],
        [otherId, id],
      ])
      await tx.storyPlace.updateMany({ where: { articleId: otherId }, data: { version: { increment: 1 } } })
      break
    case 'unban':
      await forget(tx, { ...both, choice: { in: ['ban', 'differ'] } })
      await tx.storyPlace.updateMany({ where: { articleId: otherId }, data: { version: { increment: 1 } } })
      break
    case 'join': {
      await forget(tx, { ...both, choice: { in: ['ban', 'apart'] } })
      const report = (await listPlaces(tx, [otherId])).get(otherId)
      if (!report) throw new Refusal('related-unpublished')
      await addToStory(tx, id, { report, at })
      await tx.storyPlace.update({ where: { articleId: id }, data: hold })
      break
    }
    case 'split':
    case 'release':
      throw new Refusal('related-other')
  }
}

type Where = NonNullable<Parameters<Transaction['relatedChoice']['deleteMany']>[0]>['where']

async function forget(tx: Transaction, where: Where): Promise<void> {
  await tx.relatedChoice.deleteMany({ where })
}
