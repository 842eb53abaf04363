import { describe, expect, it } from 'vitest'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { newsMap } from './news-map'
import { mapGrammar } from './validators/map-grammar'
import { everyNaughty } from './validators/naughty'
import { problemsIn } from './validators/problems-in'
import { all, readXml, texts } from './validators/read-xml'
import { sayable } from './xml'

const site: Site = {
  name: '棠州日报',
  description: '每天一张报',
  language: 'zh-CN',
  origin: 'https://tangzhou.example',
  zone: 'Asia/Shanghai',
  seal: '',
  imprint: [],
  legal: [],
  facts: [],
}
const article: PublishedArticle = {
  id: 7,
  path: '/bendi/2026/11/24/7.html',
  kind: 'story',
  headline: '柳浦港开港',
  kicker: null,
  standfirst: null,
  summary: '',
  byline: null,
  editor: null,
  urgent: false,
  source: null,
  category: { slug: 'bendi', name: '本地' },
  tags: [],
  picture: null,
  publishedAt: new Date('2026-11-24T01:00:00Z'),
  updatedAt: new Date('2026-11-24T02:00:00Z'),
}
const write = async (articles: PublishedArticle[], over: Partial<Site> = {}) => {
  let text = ''
  for await (const piece of newsMap({ ...site, ...over }, articles)) text += piece
  return text
}

describe('the news sitemap', () => {
  it('has the publication, its language, the headline and when it was published', async () => {
    const text = await write([article])
    expect(await problemsIn([text, await write([])], mapGrammar)).toEqual([])
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
  ])('calls %s %s', async (language, called) =>
    expect(all(readXml(await write([article], { language })), 'news:language')[0]?.text).toBe(called),
  )
  it('is one whatever the headlines hold, without those that hold nothing', async () => {
    const text = await write(
      everyNaughty.map((headline) => ({ ...article, headline })),
      { name: everyNaughty.join('').slice(0, 500) },
    )
    expect(await problemsIn([text], mapGrammar)).toEqual([])
    expect(all(readXml(text), 'news:title').map((title) => title.text)).toEqual(
      everyNaughty.map(sayable).filter((headline) => headline.trim() !== ''),
    )
  })
})
