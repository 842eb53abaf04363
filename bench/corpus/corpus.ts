import {
  authors,
  media,
  type Medium,
  measures,
  nouns,
  openings,
  places,
  qualities,
  securities,
  trades,
  verbs,
} from './corpus-words'
import { between, type Random, randomOf, unevenly } from './random'

/** One file of the wire as the old Jekyll site had it. */
export type WirePost = {
  /** Its name in `_posts`. */
  fileName: string
  text: string
  /** The address that Jekyll gave it. */
  path: string
  medium: Medium
}

/** What the Jekyll site says of itself. */
export const siteConfig =
  'title: 基准电讯\ndescription: 为测量而写的报纸\nlang: zh-CN\nurl: https://bench.example\ntimezone: Asia/Shanghai\n'

const postsADay = 500
/** When the newest post was filed, as the clock in Shanghai showed it. */
const newest = Date.UTC(2026, 9, 30, 20, 0, 0)
const day = 86_400_000
/** Now and then the wire sends the story before once more, as the medium's own text. */
const twinEvery = 20
/** Most of a wire is nobody's in particular. */
const signedEvery = 4
/** Now and then a desk adds a subject to the wire's own tag. */
const taggedEvery = 5
const origin = 'http://wire.bench.example/share.html?infoCode='

const aMedium = unevenly(media, 1.05)
const aPlace = unevenly(places, 0.6)
const aTrade = unevenly(trades, 0.6)
const aNoun = unevenly(nouns, 0.7)
const aVerb = unevenly(verbs, 0.7)
const aQuality = unevenly(qualities, 0.6)
const anOpening = unevenly(openings, 0.5)
const aMeasure = unevenly(measures, 0.5)
const anAuthor = unevenly(authors, 0.5)
const aSecurity = unevenly(securities, 0.5)

/** Post `index` of a seed, 0 the newest: it depends on nothing else, so that a smaller corpus is the beginning of a larger one. */
export function writePost(seed: number, index: number): WirePost {
  const random = randomOf(seed, index)
  const filed = new Date(newest - index * (day / postsADay) - between(random, 0, 60) * 1000).toISOString()
  const [date = '', clock = ''] = filed.slice(0, 19).split('T')
  const medium = aMedium(random)
  const isTwin = index % twinEvery === twinEvery - 1
  const slug = `${isTwin ? 'NW' : ''}${codeOf(seed, isTwin ? index - 1 : index)}`
  const front = [
    '---',
    'layout: post',
    `title: "${headline(random)}"`,
    `date: ${date} ${clock} +0800`,
    `categories: ${medium.slug}`,
    `tags: ${medium.name}新闻${index % taggedEvery === 0 ? ` ${aTrade(randomOf(seed, index, 3))}` : ''}`,
    ...(index % signedEvery === 0 ? [`author: ${anAuthor(randomOf(seed, index, 2))}`] : []),
    '---',
  ]
  const foot = [
    `<${origin}${slug}>`,
    '',
    `[返回${medium.name}新闻](//bench.example/category/${medium.slug}.html)｜[返回首页](//bench.example/)`,
  ]
  return {
    fileName: `${date}-${slug}.md`,
    text: `${[...front, ...bodyOf(random, medium), '', ...foot].join('\n')}\n`,
    path: `/${medium.slug}/${date.replaceAll('-', '/')}/${slug}.html`,
    medium,
  }
}

/** The wire's code of a story: a day and ten digits. */
function codeOf(seed: number, index: number): string {
  const random = randomOf(seed, index, 1)
  const filed = new Date(newest - index * (day / postsADay))
  // The last five digits tell posts apart: no two of a day are the same.
  return `${filed.toISOString().slice(0, 10).replaceAll('-', '')}${String(between(random, 0, 99_999)).padStart(5, '0')}${String(index % 100_000).padStart(5, '0')}`
}

/** Most stories are a wire's report; some stand behind a digest with securities marked, one in twenty-five is a single sentence. */
function bodyOf(random: Random, medium: Medium): string[] {
  const shape = random()
  if (shape < 0.04) return [`${sentence(random)}。`]
  const hasDigest = shape < 0.3
  const paragraphs = Array.from({ length: between(random, 6, 12) }, () => paragraph(random, hasDigest))
  const digest = hasDigest ? [`> ${sentence(random)}。`, ''] : []
  const picture =
    shape > 0.9
      ? '<center><img src="https://pictures.bench.example/D25494894506139150182_w800h343.jpg" alt="Image" width="552" style="border:#d1d1d1 1px solid;padding:3px;" /></center>'
      : ''
  return [
    ...digest,
    `<p>本报讯 ${paragraphs[0]}</p>${picture} ${paragraphs
      .slice(1)
      .map((text) => `<p>${text}</p>`)
      .join(' ')}<p class="em_media">（文章来源：${medium.name}）</p>`,
  ]
}

function paragraph(random: Random, marksSecurities: boolean): string {
  const sentences = Array.from(
    { length: between(random, 3, 6) },
    () => `${random() < 0.3 ? anOpening(random) : ''}${sentence(random)}。`,
  )
  return marksSecurities && random() < 0.4
    ? `${sentences.join('')}${marked(random)}${aVerb(random)}${aNoun(random)}。`
    : sentences.join('')
}

function marked(random: Random): string {
  const { code, name } = aSecurity(random)
  return `<span id="stock_1.${code}"><a href="http://quote.bench.example/unify/r/1.${code}" class="keytip" data-code="1,${code}">${name}</a></span><span id="quote_1.${code}"></span>`
}

const sentences: ((random: Random) => string)[] = [
  (r) => `${aPlace(r)}${aVerb(r)}${aTrade(r)}${aNoun(r)}${aNoun(r)}，${aVerb(r)}${aQuality(r)}${aNoun(r)}`,
  (r) =>
    `${between(r, 1, 12)}月${between(r, 1, 28)}日，${aPlace(r)}${aTrade(r)}${aNoun(r)}同比${r() < 0.6 ? '增长' : '下降'}${between(r, 1, 99)}.${between(r, 0, 9)}%`,
  (r) =>
    `要${aVerb(r)}${aQuality(r)}${aNoun(r)}，着力${aVerb(r)}${aNoun(r)}${aNoun(r)}，切实${aVerb(r)}${aQuality(r)}${aNoun(r)}`,
  (r) => `${aTrade(r)}、${aTrade(r)}等${aNoun(r)}${aVerb(r)}${between(r, 10, 9000)}${aMeasure(r)}`,
  (r) =>
    `${aPlace(r)}${aNoun(r)}${aVerb(r)}“${aQuality(r)}${aNoun(r)}”${aNoun(r)}，${aVerb(r)}${aNoun(r)}由${between(r, 10, 400)}${aMeasure(r)}升至${between(r, 401, 900)}${aMeasure(r)}`,
  (r) =>
    `${aNoun(r)}${aVerb(r)}${aNoun(r)}，${aNoun(r)}${aVerb(r)}${aNoun(r)}，${aQuality(r)}${aNoun(r)}${aVerb(r)}${aTrade(r)}${aNoun(r)}`,
]

function sentence(random: Random): string {
  return (sentences[between(random, 0, sentences.length - 1)] as (random: Random) => string)(random)
}

function headline(r: Random): string {
  return r() < 0.5
    ? `${aPlace(r)}${aVerb(r)}${aTrade(r)}${aNoun(r)} ${aVerb(r)}${aQuality(r)}${aNoun(r)}${aNoun(r)}`
    : `${aTrade(r)}${aNoun(r)}${aVerb(r)}${between(r, 10, 990)}${aMeasure(r)} ${aPlace(r)}${aNoun(r)}${aVerb(r)}${aNoun(r)}`
}
