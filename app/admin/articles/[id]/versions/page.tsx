import { DeskFrame } from '@/components/desk/desk-frame'
import { fill } from '@/components/desk/fill'
import { BaseChoice } from '@/components/desk/base-choice'
import { RestoreForm } from '@/components/desk/restore-form'
import { VersionChoice } from '@/components/desk/version-choice'
import { VersionKeys } from '@/components/desk/version-keys'
import { VersionList } from '@/components/desk/version-list'
import { VersionText } from '@/components/desk/version-text'
import { may } from '@/newsroom/policy'
import { isShowable } from '@/newsroom/share-preview'
import { listCategories } from '@/store/categories'
import { newsroom } from '../../../newsroom'
import { signOut } from '../../../sign-in/actions'
import { ArticleRoom } from '../../article-room'
import { bringBackAside } from '../../bring-back-aside'
import { restoreVersion } from '../../restore-version'
import { compareVersions } from './compare-versions'
import { listVersions } from './list-versions'
import { readSearch, type Search, searchAddress } from './search'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> }

/** What was done with an article, and how any version of it became another. */
export default async function Versions({ params, searchParams }: Props) {
  const { db, siteName, words } = await newsroom()
  const { id } = await params
  const search = readSearch(await searchParams)
  return (
    <ArticleRoom id={id} deed="read-desk">
      {async (article, staff) => {
        const w = words.versions
        const compared = await compareVersions(article, staff, search)
        const list = await listVersions(article, staff, search, compared)
        const categories = Object.fromEntries((await listCategories(db)).map(({ slug, name }) => [slug, name]))
        const restorable = [compared.to, compared.from].find(
          (one): one is number => typeof one === 'number' && one !== article.version,
        )
        const restoring =
          search.aside === null
            ? {
                action: restoreVersion,
                text: compared.difference && restorable ? { name: 'version' as const, value: restorable } : null,
                label: fill(w.restoreOf, { from: restorable ?? '', version: article.version + 1 }),
                waiting: w.restoring,
                note: null,
              }
            : {
                action: bringBackAside,
                text: compared.difference && !compared.isIn ? { name: 'aside' as const, value: search.aside } : null,
                label: w.bringBack,
                waiting: w.bringing,
                note: compared.difference && compared.isIn ? w.asideIn : null,
              }
        const mayRestore = isShowable(article) && may(staff, 'revise', article)
        return (
          <DeskFrame siteName={siteName} words={words} staff={staff} current="articles" signOut={signOut}>
            <header className="bar">
              <a className="btn bare" href={`/admin/articles/${article.id}`}>
                {w.back}
              </a>
              <span className="sep" />
              <h1>{w.title}</h1>
              <span className="q clip">{article.copy.headline || w.noHeadline}</span>
              <span className="push qq hide-s">{w.kept}</span>
            </header>
            {list.days.length === 0 ? (
              <p className="nothing">{compared.why}</p>
            ) : (
              <>
                <div className="panes history">
                  <VersionList words={words} {...list} />
                  <section className="pane compared" aria-label={w.compare}>
                    <div className="bar">
                      <VersionChoice
                        words={words}
                        options={list.options}
                        from={compared.from}
                        to={compared.to}
                        view={search.view}
                        views={{
                          together: searchAddress(article.id, { ...search, view: 'together' }),
                          beside: searchAddress(article.id, { ...search, view: 'beside' }),
                        }}
                        counts={compared.difference}
                      />
                      <BaseChoice
                        words={words}
                        base={search.base}
                        to={compared.to}
                        path={(base) => searchAddress(article.id, { ...search, from: null, base })}
                      />
                      {mayRestore && (
                        <RestoreForm
                          key={searchAddress(article.id, search)}
                          words={words}
                          id={article.id}
                          seenVersion={article.version}
                          {...restoring}
                        />
                      )}
                    </div>
                    <div className="scroll">
                      {compared.difference ? (
                        <VersionText
                          words={words}
                          difference={compared.difference}
                          view={search.view}
                          names={{ before: fill(w.version, { version: compared.from ?? '' }), after: compared.name }}
                          categories={categories}
                        />
                      ) : (
                        <p className="nothing">{compared.why}</p>
                      )}
                    </div>
                  </section>
                </div>
                <VersionKeys
                  words={words}
                  restore={mayRestore ? (search.aside === null ? w.keys.restore : w.bringBack) : null}
                />
              </>
            )}
          </DeskFrame>
        )
      }}
    </ArticleRoom>
  )
}
