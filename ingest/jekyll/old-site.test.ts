import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { toString as textIn } from 'hast-util-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/store/database'
import { findAddress } from '@/store/addresses'
import { findPublished } from '@/store/published'
import { openScratchDatabase } from '@/store/scratch-database'
import type { ImportReport } from '../import-report'
import { readFrontMatter, textOf } from './front-matter'
import { tidyHeadline } from './headline'
import { importSite } from './import-site'

const samples = join(import.meta.dirname, '../../../shared/samples')
const site = join(samples, 'finews/site')
const options = {
  directory: site,
  zone: 'Asia/Shanghai',
  at: new Date('2026-11-24T03:00:00Z'),
  zoneless: 'local' as const,
  dryRun: false,
  shiftNewestTo: null,
  onProgress: () => {},
  isStopped: () => false,
}

describe.skipIf(!existsSync(samples))('the real old site (needs ../shared/samples)', () => {
  let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
  let db: Database
  let report: ImportReport

  beforeAll(async () => {
    scratch = await openScratchDatabase()
    db = scratch.db
    report = await importSite(db, options)
  })
  afterAll(() => scratch.close())

  const rows = existsSync(samples)
    ? readFileSync(join(samples, 'finews/permalinks.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
    : []

  it.each(rows)('answers %s at %s with its headline and the moment meant', async (path = '', address = '') => {
    const article = await reached(address)
    const matter = readFrontMatter(readFileSync(join(site, path), 'utf8'))
    const newest = existsSync(join(site, path.replace('old_post', '_posts')))
      ? readFrontMatter(readFileSync(join(site, path.replace('old_post', '_posts')), 'utf8'))
      : matter
    expect(article?.headline).toBe(tidyHeadline(textOf(newest?.fields ?? new Map(), 'title') ?? ''))
    const [day, time = '00:00:00'] = (textOf(newest?.fields ?? new Map(), 'date') ?? '').split(' ')
    expect(article?.publishedAt).toEqual(new Date(`${day}T${time}+08:00`))
  })

  it('keeps the post without a name, at an address of our own, and says so', async () => {
    const entry = report.repaired.find(({ file }) => file === '_posts/-202205262391921712.md')
    expect(entry?.repairs).toEqual(['date-missing', 'name-missing', 'title-missing'])
    const article = await reached(entry?.address ?? '')
    expect(article?.headline).toContain('国内首款使用超低GWP')
  })

  it('accounts for every file once', () => {
    const listed = [report.created, report.updated, report.unchanged, report.refused, report.kept]
      .flat()
      .map(({ file }) => file)
    const there = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(listed.length).toBe(there.length)
    expect(new Set(listed).size).toBe(listed.length)
    expect(report.refused).toEqual([])
  })

  it('lets the two tellings of a story know each other', async () => {
    const article = await reached('/old_post/2022-04-21-NW202204212352230938.html')
    const twins = await db.publishedArticle.findMany({
      where: { wireCode: '202204212352230938', articleId: { not: article?.id } },
      include: { category: true },
    })
    expect(twins.map(({ category }) => category.slug)).toEqual(['emnews'])
  })

  it('changes nothing the second time', async () => {
    const again = await importSite(db, options)
    expect(again.unchanged.length).toBe(report.created.length + report.kept.length)
    expect([again.created, again.updated, again.refused, again.kept].flat()).toEqual([])
  })

  const rendered = existsSync(samples)
    ? readdirSync(join(samples, 'finews/rendered'), { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.html'),
      )
    : []

  it.each(rendered)('says in %s what Jekyll’s page said', async (file) => {
    const article = await reached(`/${file}`)
    const was = squeeze(
      textIn(
        fromHtml(
          readFileSync(join(samples, 'finews/rendered', file), 'utf8').replace(
            /<p style="display:none[\s\S]*?<\/p>/g,
            '',
          ),
          { fragment: true },
        ),
      ),
    )
    const is = squeeze(textIn(fromHtml(article?.html ?? '', { fragment: true })))
    const lifted = [
      article?.standfirst,
      article?.source?.name && `（文章来源：${article.source.name}）`,
      article?.source?.address,
      '<>',
    ].map((text) => squeeze(text ?? ''))
    // Behind a blank line Jekyll took the front matter for text and printed it.
    const rest = was.replace(/^layout:post.*?—/, '').replace(/(?:[｜]?返回[^｜返]*)+$/u, '')
    expect(withoutEach(rest, lifted)).toBe(withoutEach(is, article?.repeatsStandfirst ? [lifted[0] ?? ''] : []))
  })

  async function reached(path: string) {
    const found = await findAddress(db, path)
    const end = found?.is === 'moved' ? await findAddress(db, found.to) : found
    return end?.is === 'article' ? findPublished(db, { id: end.id }) : null
  }
})

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

function withoutEach(text: string, parts: string[]): string {
  return parts.reduce((rest, part) => (part ? rest.replace(part, '') : rest), text)
}
