import { RefusalPage } from '@/components/desk/refusal-page'
import { may } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import { newsroom } from '../../newsroom'
import { sentenceFor } from '../../refuse'
import { requireStaff } from '../../session'
import { Editor } from '../editor'

export default async function NewArticle() {
  const staff = await requireStaff('/admin/articles/new')
  const { words, language } = await newsroom()
  if (!may(staff, 'write'))
    return (
      <RefusalPage
        words={words}
        sentence={sentenceFor(
          new Refusal('not-yours', { name: staff.name, role: staff.role, needed: 'reporter' }),
          language,
        )}
      />
    )
  return <Editor article={null} staff={staff} />
}
