import { describe, expect, it } from 'vitest'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { newsMap } from './news-map'
import { scratchArticle, scratchSite } from './scratch-article'
import { mapGrammar } from './validators/map-grammar'
import { everyNaughty } from './validators/naughty'
import { problemsIn } from './validators/problems-in'
import { all, readXml, texts } from './validators/read-xml'
import { sayable } from './xml'

const write = (articles: PublishedArticle[], over: Partial<Site> = {}) => newsMap({ ...scratchSite, ...over }, articles)

describe('the news sitemap', () => {
  it('has the publication, its language, the headline and when it was published', async () => {
    const text = write([scratchArticle])
    expect(await problemsIn([text, write([])], mapGrammar)).toEqual([])
    const [news] = all(readXml(text), 'news:news')
    const [publication] = all(readXml(text), 'news:publication')
    expect(texts(publication, 'news:name')).toEqual(['棠州日报'])
    expect(texts(publication, 'news:language')).toEqual(['zh-cn'])
    expect(texts(news, 'news:title')).toEqual(['柳浦港开港'])
    expect(texts(news, 'news:publication_date')).toEqual(['2026-11-24T09:00:00+08:00'])
  })
  it.each([
    ['zh', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['zh-Hant-HK', 'zh-tw'],
    ['en-GB', 'en'],
  ])('calls %s %s', (language, called) =>
    expect(all(readXml(write([scratchArticle], { language })), 'news:language')[0]?.text).toBe(called),
  )
  it('is one whatever the headlines hold, without those that hold nothing', async () => {
    const text = write(
      everyNaughty.map((headline) => ({ ...scratchArticle, headline })),
      { name: everyNaughty.join('').slice(0, 500) },
    )
    expect(await problemsIn([text], mapGrammar)).toEqual([])
    expect(all(readXml(text), 'news:title').map((title) => title.text)).toEqual(
      everyNaughty.map(sayable).filter((headline) => headline.trim() !== ''),
    )
  })
})
