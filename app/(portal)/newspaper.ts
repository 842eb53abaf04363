import { cache } from 'react'
import { dependOn } from '@/portal/page-context'
import { readerWords } from '@/messages/words'
import { readSite } from '@/portal/read-site'

/** The newspaper and its words, read once for a page however many parts of it ask. */
export const newspaper = cache(async () => {
  // The masthead says the day, and lists say 今天.
  dependOn('today')
  const { site, nav, leading, lists } = await readSite()
  return { site, nav, leading, lists, words: readerWords(site.language), now: new Date() }
})
