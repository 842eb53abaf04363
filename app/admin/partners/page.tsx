import { PartnerList } from '@/components/desk/partner-list'
import { listCategories } from '@/store/categories'
import { listPartners } from '@/store/partners'
import { DeskPage } from '../desk-page'
import { newsroom } from '../newsroom'
import { letPartnerGo, takePartnerOn } from './actions'

export default function PartnersRoom() {
  return (
    <DeskPage current="partners" deed="keep-partners">
      {async () => {
        const { db, words } = await newsroom()
        const categories = await listCategories(db)
        const names = new Map(categories.map(({ slug, name }) => [slug, name]))
        const partners = (await listPartners(db)).map(({ id, name, form, delayMinutes, categories, revokedAt }) => ({
          id,
          name,
          form,
          delayMinutes,
          categories: categories.map((slug) => names.get(slug) ?? slug),
          isOver: revokedAt !== null,
        }))
        return (
          <PartnerList
            words={words}
            partners={partners}
            categories={categories.map(({ slug, name }) => ({ slug, name }))}
            take={takePartnerOn}
            letGo={letPartnerGo}
          />
        )
      }}
    </DeskPage>
  )
}
