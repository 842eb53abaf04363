import { ArticleQueue } from '@/components/desk/article-queue'
import { isAheadOfReaders, statuses } from '@/newsroom/article'
import { workTime } from '@/newsroom/moment'
import { seesOwnOnly } from '@/newsroom/policy'
import { env } from '@/env'
import { countArticles, listArticles, mostCounted, type QueueCursor } from '@/store/articles'
import { listCategories } from '@/store/categories'
import { DeskPage } from '../desk-page'
import { newsroom } from '../newsroom'

type Search = { status?: string; category?: string; after?: string }

const pageLength = 40

export default function Articles({ searchParams }: { searchParams: Promise<Search> }) {
  return (
    <DeskPage current="articles" deed="read-desk">
      {async (staff) => {
        const { db, words, language } = await newsroom()
        const search = await searchParams
        const status = statuses.find((one) => one === search.status) ?? null
        const categories = await listCategories(db)
        const category = categories.find(({ slug }) => slug === search.category)?.slug ?? null
        const after = readCursor(search.after)
        const createdBy = seesOwnOnly(staff) ? staff.id : undefined
        const { rows, more } = await listArticles(db, {
          filter: { status: status ?? undefined, category: category ?? undefined, createdBy },
          after,
          limit: pageLength,
        })
        const counts = await countArticles(db, statuses, { createdBy })
        const last = rows.at(-1)
        return (
          <ArticleQueue
            words={words}
            rows={rows.map((row) => ({
              ...row,
              kind: row.kind === 'flash' ? 'flash' : 'story',
              updatedAt: workTime(row.updatedAt, { now: new Date(), zone: env.zone, language }),
              ahead: isAheadOfReaders(row),
            }))}
            counts={{
              draft: shown(counts.draft),
              published: shown(counts.published),
              killed: shown(counts.killed),
              spiked: shown(counts.spiked),
            }}
            status={status}
            category={category}
            categories={categories}
            newerPath={after ? queueAddress({ status, category }) : null}
            olderPath={
              more && last ? queueAddress({ status, category, after: `${last.updatedAt.getTime()}-${last.id}` }) : null
            }
          />
        )
      }}
    </DeskPage>
  )
}

function shown(count: number): number | string {
  return count > mostCounted ? `${mostCounted}+` : count
}

function readCursor(after: string | undefined): QueueCursor | null {
  const [, time, id] = /^(\d{1,15})-(\d{1,15})$/.exec(after ?? '') ?? []
  return time && id ? { updatedAt: new Date(Number(time)), id: Number(id) } : null
}

function queueAddress(parts: Record<string, string | null>): string {
  const query = new URLSearchParams(Object.entries(parts).filter((part): part is [string, string] => part[1] !== null))
  return `/admin/articles${query.size > 0 ? `?${query}` : ''}`
}
