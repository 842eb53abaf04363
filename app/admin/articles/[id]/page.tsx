import { z } from 'zod'
import { ArticleRoom } from '../article-room'
import { Editor } from '../editor'
import { saveName } from '../save-name'
import { takeUp } from '../take-up'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const search = z.object({
  /** The name of copy that was set aside, to be put together with the newest. */
  aside: saveName.nullable().catch(null),
})

export default async function EditArticle({ params, searchParams }: Props) {
  const { aside } = search.parse(await searchParams)
  return (
    <ArticleRoom id={(await params).id} deed="read-desk">
      {async (article, staff) => (
        <Editor article={article} staff={staff} takenUp={aside === null ? null : await takeUp(article, staff, aside)} />
      )}
    </ArticleRoom>
  )
}
