import { cache } from 'react'
import { readerWords } from '@/messages/words'
import { readSite } from '@/portal/read-site'

/** The newspaper and its words, read once for a page however many parts of it ask. */
export const newspaper = cache(async () => {
  const { site, nav, leading } = await readSite()
  return { site, nav, leading, words: readerWords(site.language), now: new Date() }
})
