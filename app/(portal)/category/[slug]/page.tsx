import type { Metadata } from 'next'
import { CategoryPage } from '@/components/article/category-page'
import { decodePath } from '@/newsroom/address'
import { categoryPath, olderCategoryPath } from '@/newsroom/category'
import { readAddress } from '@/portal/read-address'
import { readCategory } from '@/portal/read-category'
import { leadTo } from '../../lead-to'
import { listCard } from '../../list-card'
import { missing, MissingPage } from '../../missing-page'
import { newspaper } from '../../newspaper'
import { ReaderPage } from '../../reader-page'
import { cache } from 'react'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ after?: string | string[] }> }

const read = cache(async (path: string, after: string) => {
  const answer = await readAddress(path)
  if (answer.is === 'moved') leadTo(answer.to)
  if (answer.is !== 'category' || (after !== '' && !/^[1-9]\d{0,14}$/.test(after))) return null
  return readCategory(answer.slug, after === '' ? null : Number(after))
})

async function pageOf({ params, searchParams }: Props) {
  const path = decodePath(`/category/${(await params).slug}`)
  const { after = '' } = await searchParams
  return { after: String(after), page: path === null ? null : await read(path, String(after)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { site, words } = await newspaper()
  const { page, after } = await pageOf(props)
  if (!page) return missing(words)
  const { slug, name, description } = page.category
  const card = {
    path: categoryPath(slug),
    title: name,
    description: description || `${site.name} · ${name}`,
    list: { path: `/category/${slug}`, name },
  }
  const [newest] = page.articles
  const older = after === '' ? null : { path: olderCategoryPath(slug, Number(after)), newest: newest?.publishedAt }
  return listCard({ site, words }, card, older)
}

export default async function CategoryAddress(props: Props) {
  const { site, words, now } = await newspaper()
  const { page, after } = await pageOf(props)
  if (!page) return <MissingPage />
  const { slug } = page.category
  return (
    <ReaderPage current={slug} path={after === '' ? categoryPath(slug) : olderCategoryPath(slug, Number(after))}>
      <CategoryPage
        {...page}
        site={site}
        words={words}
        now={now}
        newestPath={categoryPath(slug)}
        isFirst={after === ''}
      />
    </ReaderPage>
  )
}
