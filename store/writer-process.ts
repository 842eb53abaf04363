import { noLibrary } from '@/newsroom/library-picture'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Article } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { publish } from '@/newsroom/publish'
import { Refusal } from '@/newsroom/refusal'
import { revise } from '@/newsroom/revise'
import type { Staff } from '@/newsroom/staff'
import { StaleWrite } from '@/newsroom/stale-write'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle, findArticle } from './articles'
import { createCategory } from './categories'
import { type Database, openDatabase } from './database'

/** A program of its own, of which a test starts several at once: somebody at the desk who writes, publishes, edits what all edit, and kills. */
const [url = '', name = '', articles = '0', sharedId = '0', staffId = '0'] = process.argv.slice(2)
const zone = 'Asia/Shanghai'
const by: Staff = { id: Number(staffId), email: 'chief@example.org', name: '江予怀', role: 'administrator' }
const moment = (index: number) => new Date(Date.UTC(2026, 10, 24, 0, 0, index))
const done = { created: 0, published: 0, refused: 0, killed: 0, edits: 0 }

const db = await openDatabase(url)
for (let index = 0; index < Number(articles); index++) await workAt(index)
await db.$disconnect()
process.stdout.write(JSON.stringify(done))

async function workAt(index: number): Promise<void> {
  const at = moment(index)
  const category = `shelf-${index % 5}`
  await createCategory(db, { slug: category, name: category, at }).catch(refusalsOnly)
  const draft = await createArticle(db, write(copyOf(index, category), { by, at }))
  done.created++
  const article = await change(db, draft, (now) => publish(now, { by, at }, noLibrary)).catch(refusalsOnly)
  if (!article) done.refused++
  else if (index % 10 === 9) {
    await change(db, article, (now) => kill(now, '失实', { by, at }))
    done.killed++
  } else done.published++
  if (index % 4 === 0) await editShared(`${name}-${index}`, at)
}

/** Every third wants an address that the other writers want too. */
function copyOf(index: number, category: string): Copy {
  return blankCopy({
    headline: `${name} 的第 ${index} 篇`,
    body: '正文。',
    category,
    tags: [`标签${index % 7}`, `标签${(index + 1) % 7}`],
    source: { name: `来源${index % 3}`, address: null },
    byline: `记者 沈砚秋 顾临`,
    slug: index % 3 === 0 ? `wanted-${index}` : null,
  })
}

/** Adds a line to the article that all edit, as often as it takes: whoever was faster is shown and built upon. */
async function editShared(line: string, at: Date): Promise<void> {
  for (let seen = await findArticle(db, Number(sharedId)); seen; ) {
    try {
      const saved = await change(db, seen, (now) =>
        revise(now, { ...now.copy, body: `${now.copy.body}\n${line}` }, { by, at }),
      )
      done.edits++
      return void (await change(db, saved, (now) => publish(now, { by, at }, noLibrary)).catch(staleOnly))
    } catch (error) {
      if (!(error instanceof StaleWrite)) throw error
      seen = error.theirs
    }
  }
}

function change(store: Database, { id, version }: Article, rule: (now: Article) => Article): Promise<Article> {
  return changeArticle(store, id, { seenVersion: version, zone }, rule)
}

function refusalsOnly(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}

function staleOnly(error: unknown): null {
  if (error instanceof StaleWrite) return null
  return refusalsOnly(error)
}
