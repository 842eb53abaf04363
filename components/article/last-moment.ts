import { dayInWords, isChinese } from '@/components/ui/calendar'
import { clockTime } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

/** Until when a page of a list reaches, in words: `11月24日07:20`. Empty for a page without articles. */
export function lastMoment(last: PublishedArticle | undefined, { zone, language }: Site): string {
  if (!last) return ''
  const day = dayInWords(last.publishedAt, zone, language)
  return `${day}${isChinese(language) ? '' : ', '}${clockTime(last.publishedAt, zone)}`
}
