import { noLibrary } from '@/newsroom/library-picture'
import { env } from '@/env'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import { correct } from '@/newsroom/correct'
import { kill } from '@/newsroom/kill'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle, findArticle } from '@/store/articles'
import { findCategory } from '@/store/categories'
import { appendChange } from '@/store/changes'
import { database } from '@/store/database'
import { listPublished } from '@/store/published'
import { relateDue } from '@/store/relate-due'
import { findStaffByEmail } from '@/store/staff'
import { administrator, type NewCopy, type Standing } from './publisher'

/** What another process may be asked to do in the store. */
export type Order =
  | { act: 'publish'; copy: NewCopy }
  | { act: 'edit'; article: Standing; copy: NewCopy }
  | { act: 'kill'; article: Standing; reason: string }
  /** A new headline for an article of the archive. */
  | { act: 'rename'; id: number; headline: string }
  | { act: 'correct'; id: number }
  /** No act of the desk: every page is made anew, as after a change of the imprint. */
  | { act: 'drop' }
  /** The newest articles are compared, and the rest never is: the clock would do that for an hour, at the cost of whatever is measured. */
  | { act: 'relate'; newest: number }
  /** No act: the newest article of a category. */
  | { act: 'find'; category: string }

/** A program of its own, as a command beside a running portal is: it does what it is told in the store, one act at a time. */
process.on('message', async (order: Order) => {
  try {
    const { id, version } = await obey(order)
    process.send?.({ id, version })
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
process.on('disconnect', () => process.exit())
process.send?.('ready')

async function obey(order: Order): Promise<Standing> {
  const db = await database(env.databaseUrl)
  if (order.act === 'find') {
    const category = await findCategory(db, order.category)
    const [newest] = category ? await listPublished(db, { categoryId: category.id }, { limit: 1 }) : []
    if (!newest) throw new Error(`${order.category} has no article`)
    return { id: newest.id, version: 0 }
  }
  if (order.act === 'drop') {
    await db.$transaction((tx) => appendChange(tx, { site: true }, { act: 'settings', at: new Date() }))
    return { id: 0, version: 0 }
  }
  if (order.act === 'relate') {
    for (let some: number | null = 0, all = 0; some !== null && all < order.newest; all += some ?? 0)
      some = await relateDue(db, { take: 10, at: new Date() })
    await db.relateDue.deleteMany()
    return { id: 0, version: 0 }
  }
  const found = await findStaffByEmail(db, administrator.email)
  if (!found) throw new Error('the store has no administrator')
  const act = { by: found.staff, at: new Date() }
  const change = (id: number, seenVersion: number, rule: (article: Article) => Article) =>
    changeArticle(db, id, { seenVersion, zone: env.zone }, rule)
  switch (order.act) {
    case 'publish': {
      const { id, version } = await createArticle(db, write(blankCopy(order.copy), act))
      return change(id, version, (article) => publish(article, act, noLibrary))
    }
    case 'edit':
      return change(order.article.id, order.article.version, (article) =>
        publish(revise(article, { ...article.copy, ...order.copy }, act), act, noLibrary),
      )
    case 'kill':
      return change(order.article.id, order.article.version, (article) => kill(article, order.reason, act))
    case 'rename':
    case 'correct': {
      const article = await findArticle(db, order.id)
      if (!article) throw new Error(`there is no article ${order.id}`)
      return change(article.id, article.version, (before) =>
        order.act === 'correct'
          ? correct(before, '测量用的更正。', act, noLibrary)
          : publish(revise(before, { ...before.copy, headline: order.headline }, act), act, noLibrary),
      )
    }
  }
}
