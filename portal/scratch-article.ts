import type { PublishedText } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

/** A newspaper for tests of what machines read. */
export const scratchSite: Site = {
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

/** An article of it, with nothing that an article may lack but a byline and a source. */
export const scratchArticle: PublishedText = {
  id: 7,
  path: '/bendi/2026/11/24/7.html',
  kind: 'story',
  headline: '柳浦港开港',
  kicker: null,
  standfirst: null,
  summary: '柳浦港今天开港。',
  byline: '记者 沈砚秋 顾临',
  editor: null,
  urgent: false,
  source: { name: '棠州电台', address: 'https://radio.example/1' },
  category: { slug: 'bendi', name: '本地' },
  tags: ['港口'],
  picture: null,
  publishedAt: new Date('2026-11-24T01:00:00Z'),
  updatedAt: new Date('2026-11-24T02:00:00Z'),
  correctedAt: null,
  corrections: [],
  html: '<p>正文</p>',
  repeatsStandfirst: false,
}
