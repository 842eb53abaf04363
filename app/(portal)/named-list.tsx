import type { Metadata } from 'next'
import { cache } from 'react'
import { NamedListPage } from '@/components/article/named-list-page'
import { decodePath } from '@/newsroom/address'
import { type ListKind, listAddress } from '@/newsroom/list-address'
import { feedFormats, feedTypes } from '@/portal/feeds/feed'
import { hasAddress } from '@/portal/has-address'
import { dependOn, pageContext } from '@/portal/page-context'
import { readListPage, readNamedList, type ListPage } from '@/portal/read-named-list'
import OtherAddress, { generateMetadata as otherHead } from './[...path]/page'
import { afterIn } from './after-in'
import { leadTo } from './lead-to'
import { listCard } from './list-card'
import { missing, MissingPage } from './missing-page'
import { newspaper } from './newspaper'
import { ReaderPage } from './reader-page'

export type ListProps = { params: Promise<{ name: string }>; searchParams: Promise<{ after?: string | string[] }> }

type Found =
  | { is: 'page'; page: ListPage }
  | { is: 'moved' }
  /** No list's: what an old site had there, or what is said of nothing. */
  | { is: 'other' }

const read = cache(async (kind: ListKind, path: string, after: number | null): Promise<Found> => {
  // What an old site had there is older than our list, and stays.
  dependOn(`address:${path}`)
  if (await hasAddress(path)) return { is: 'other' }
  const answer = await readNamedList(kind, path.slice(`/${kind}/`.length))
  if (answer.is === 'moved') {
    leadTo(answer.to, after ? `?after=${after}` : '')
    return { is: 'moved' }
  }
  if (answer.is !== 'list' || after === 0) return { is: 'other' }
  const page = await readListPage(answer.list, after)
  return page ? { is: 'page', page } : { is: 'other' }
})

async function find(kind: ListKind, { params, searchParams }: ListProps) {
  const path = decodePath(pageContext()?.path ?? `/${kind}/${(await params).name}`)
  const after = afterIn((await searchParams).after)
  const found = path === null ? ({ is: 'other' } as const) : await read(kind, path, after)
  return { found, after }
}

function toOther(kind: ListKind, { params }: ListProps) {
  return { params: params.then(({ name }) => ({ path: [kind, name] })) }
}

/** The head of a list's page: what it is, where it stands, and its feeds. */
export async function namedListHead(kind: ListKind, props: ListProps): Promise<Metadata> {
  const { site, words } = await newspaper()
  const { found, after } = await find(kind, props)
  if (found.is === 'other') return otherHead(toOther(kind, props))
  if (found.is === 'moved') return missing(words)
  const { name, path, security } = found.page.list
  const title = words.lists.titleOf(words.lists.kinds[kind], security ? `${name} ${security.code}` : name)
  const card = { path, title, description: words.lists.descriptionOf(site.name, title) }
  const [newest] = found.page.articles
  const own = listCard(
    { site, words },
    card,
    after === null ? null : { path: listAddress(path, after), newest: newest?.publishedAt },
  )
  return {
    ...own,
    alternates: {
      canonical: site.origin + listAddress(path, after),
      types: Object.fromEntries(
        feedFormats.map((format) => [
          feedTypes[format],
          [{ url: `${site.origin}${listAddress(path)}/feed.${format}`, title: `${title} - ${site.name}` }],
        ]),
      ),
    },
  }
}

/** A list's page: its newest articles, or those after the one that `?after=` names. */
export async function NamedListAddress({ kind, ...props }: ListProps & { kind: ListKind }) {
  const { site, words, now } = await newspaper()
  const { found, after } = await find(kind, props)
  if (found.is === 'other') return <OtherAddress {...toOther(kind, props)} />
  if (found.is === 'moved') return <MissingPage />
  const { list, ...page } = found.page
  return (
    <ReaderPage path={listAddress(list.path, after)}>
      <NamedListPage
        {...page}
        kind={kind}
        name={list.name}
        security={list.security}
        address={listAddress(list.path)}
        isFirst={after === null}
        site={site}
        words={words}
        now={now}
      />
    </ReaderPage>
  )
}
