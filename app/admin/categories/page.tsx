import { CategoryList } from '@/components/desk/category-list'
import { listCategories } from '@/store/categories'
import { DeskPage } from '../desk-page'
import { newsroom } from '../newsroom'
import { addCategory, changeCategory } from './actions'

export default function Categories() {
  return (
    <DeskPage current="categories" deed="keep-categories">
      {async () => {
        const { db, words } = await newsroom()
        const categories = await listCategories(db)
        return (
          <CategoryList
            words={words}
            categories={categories.map(({ articleCount, ...category }) => ({ ...category, count: articleCount }))}
            action={changeCategory}
            addAction={addCategory}
          />
        )
      }}
    </DeskPage>
  )
}
