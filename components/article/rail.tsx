import { textWidth } from '@/components/ui/headline-words'
import { clockTime } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

/** The column's name upright in the rail (栏题); for a flash the hour, which is what matters of it. For the eye only. */
export function Rail({ article, site }: { article: PublishedArticle; site: Site }) {
  const { category, kind, publishedAt } = article
  if (kind === 'flash') {
    return (
      <p className="hour" aria-hidden="true">
        {clockTime(publishedAt, site.zone)}
      </p>
    )
  }
  return (
    <p className={textWidth(category.name) > 4 ? 'railname long' : 'railname'} aria-hidden="true">
      {category.name}
    </p>
  )
}
