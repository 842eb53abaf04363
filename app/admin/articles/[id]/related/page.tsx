import { DeskFrame } from '@/components/desk/desk-frame'
import { RelatedPanel } from '@/components/desk/related-panel'
import { RelatedSearch } from '@/components/desk/related-search'
import { env } from '@/env'
import { workTime } from '@/newsroom/moment'
import { may } from '@/newsroom/policy'
import type { PublishedArticle } from '@/newsroom/published-article'
import { readRelatedDesk } from '@/store/related-desk'
import { newsroom } from '../../../newsroom'
import { signOut } from '../../../sign-in/actions'
import { ArticleRoom } from '../../article-room'
import { decideOnRelated } from './decide-on-related'
import { findByWords } from './find-by-words'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string | string[] }> }

/** What an article has to do with others: what the machine found, and what the desk decides of it. */
export default async function RelatedArticles({ params, searchParams }: Props) {
  const { db, siteName, words, language } = await newsroom()
  const { q = '' } = await searchParams
  const typed = String(q).trim()
  return (
    <ArticleRoom id={(await params).id} deed="read-desk">
      {async (article, staff) => {
        const w = words.related
        const now = new Date()
        const time = (at: Date) => workTime(at, { now, zone: env.zone, language })
        const show = (one: PublishedArticle) => ({
          id: one.id,
          headline: one.headline,
          path: one.path,
          from: one.source?.name ?? one.category.name,
          at: time(one.publishedAt),
        })
        const related = await readRelatedDesk(db, article.id)
        const found = typed === '' ? null : await findByWords(db, typed, article.id)
        const elsewhere = new Set(
          [...related.reports, ...related.twins, ...related.pins.map(({ article }) => article)].map(({ id }) => id),
        )
        const decide = article.status === 'published' && may(staff, 'relate', article) ? decideOnRelated : null
        const said = (one: { by: string; at: Date }) => ({ by: one.by, at: time(one.at) })
        return (
          <DeskFrame siteName={siteName} words={words} staff={staff} current="articles" signOut={signOut}>
            <header className="bar">
              <a className="btn bare" href={`/admin/articles/${article.id}`}>
                {w.back}
              </a>
              <span className="sep" />
              <h1>{w.title}</h1>
              <span className="q clip">{article.copy.headline || words.versions.noHeadline}</span>
            </header>
            <RelatedPanel
              words={words}
              id={article.id}
              version={related.version}
              decide={decide}
              held={related.held && said(related.held)}
              reports={related.reports.map(show)}
              twins={related.twins.map(show)}
              found={related.found
                .filter(({ article: { id } }) => !elsewhere.has(id))
                .map((one) => ({ ...show(one.article), kind: one.kind, score: one.score }))}
              pins={related.pins.map((one) => ({ ...show(one.article), decided: said(one.decided) }))}
              bans={related.bans.map(({ article, isDiffering, decided }) => ({
                ...show(article),
                isDiffering,
                decided: said(decided),
              }))}
              search={<RelatedSearch words={words} typed={typed} />}
              results={found?.map(show) ?? null}
            />
          </DeskFrame>
        )
      }}
    </ArticleRoom>
  )
}
