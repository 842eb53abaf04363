import { KillForm } from '@/components/desk/kill-form'
import { env } from '@/env'
import { encodePath } from '@/newsroom/address'
import { newsroom } from '../../../newsroom'
import { killArticle } from '../../actions'
import { ArticleRoom } from '../../article-room'

export default async function KillArticle({ params }: { params: Promise<{ id: string }> }) {
  const { words } = await newsroom()
  return (
    <ArticleRoom id={(await params).id} deed="kill">
      {({ id, version, copy, path }) => (
        <KillForm
          action={killArticle}
          words={words}
          article={{ id, version, headline: copy.headline, address: path ? `${env.siteUrl}${encodePath(path)}` : '' }}
        />
      )}
    </ArticleRoom>
  )
}
