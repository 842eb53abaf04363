import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foldText, isWord } from '@/newsroom/search/fold-text'
import { textOfHtml } from '@/newsroom/text-of-html'
import { findMatches } from '@/store/article-index'
import type { Database } from '@/store/database'
import { everything } from '@/store/search-ask'
import { openScratchDatabase } from '@/store/scratch-database'
import { importSite } from './import-site'

let db: Database
let close: () => Promise<void>

beforeAll(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  const at = new Date('2026-11-24T03:00:00Z')
  await importSite(db, {
    directory: join(import.meta.dirname, '../../content'),
    zone: 'Asia/Shanghai',
    at,
    zoneless: 'local',
    dryRun: false,
    shiftNewestTo: at,
    onProgress: () => {},
    isStopped: () => false,
  })
}, 60_000)
afterAll(() => close())

it('Whatever two to four signs stand in the demonstration newspaper find their article, and nothing that does not have them', async () => {
  const rows = await db.publishedArticle.findMany({
    include: { text: true },
    orderBy: { articleId: 'asc' },
  })
  const articles = rows.map(({ articleId, headline, standfirst, text }) => ({
    id: articleId,
    parts: [headline, standfirst ?? '', textOfHtml(text?.html ?? '')].map(foldText),
  }))
  const sentences = articles.flatMap(({ id, parts }) =>
    parts.flatMap((part) => part.split(' ').map((run) => ({ id, run }))),
  )
  let asked = 0
  // Each hundredth run of each article, at a place that differs from one to the next.
  for (let at = 0; at < sentences.length; at += 23) {
    const { id, run } = sentences[at] ?? { id: 0, run: '' }
    const length = 2 + (at % 3)
    if (isWord(run) || run.length < length) continue
    const from = at % (run.length - length + 1)
    const phrase = run.slice(from, from + length)
    const found = await findMatches(db, { ...everything, phrases: [phrase] }, { after: null, limit: 1000 })
    expect(
      found.map((match) => match.id),
      phrase,
    ).toContain(id)
    const has = new Set(
      articles.filter(({ parts }) => parts.some((part) => part.includes(phrase))).map((one) => one.id),
    )
    expect(
      found.filter((match) => !has.has(match.id)),
      phrase,
    ).toEqual([])
    asked++
  }
  expect(asked).toBeGreaterThan(100)
}, 60_000)
