import { ArticleRoom } from '../article-room'
import { Editor } from '../editor'

export default async function EditArticle({ params }: { params: Promise<{ id: string }> }) {
  return (
    <ArticleRoom id={(await params).id} deed="read-desk">
      {(article, staff) => <Editor article={article} staff={staff} />}
    </ArticleRoom>
  )
}
