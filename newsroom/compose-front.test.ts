import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category } from './category'
import { composeFront, type FrontMaterial } from './compose-front'
import { groupByInitial } from './group-by-initial'
import type { PublishedArticle } from './published-article'

const now = new Date('2026-11-24T04:00:00Z').getTime()
const picture = { address: '/a.jpg', alt: 'a', caption: null, credit: null, width: null, height: null }
const category = (slug: string, name = slug): Category => ({ slug, name, description: '', articleCount: 3 })
const story = (id: number, changes: Partial<PublishedArticle> = {}): PublishedArticle => ({
  id,
  path: `/${id}.html`,
  kind: 'story',
  headline: `第${id}条`,
  kicker: null,
  standfirst: null,
  summary: '',
  byline: null,
  editor: null,
  urgent: false,
  source: null,
  category: { slug: 'a', name: 'a' },
  tags: [],
  picture: null,
  publishedAt: new Date(now - id * 3_600_000),
  updatedAt: new Date(now),
  correctedAt: null,
  ...changes,
})
const nothing: FrontMaterial = { stories: [], flashes: [], facts: [], shelves: [], moreCategories: false }

describe('the front', () => {
  it('of an empty newspaper is empty', () => {
    expect(composeFront(nothing)).toEqual({
      lead: null,
      also: [],
      flashes: [],
      seconds: [],
      facts: [],
      pictures: [],
      shelves: [],
      moreCategories: false,
    })
  })
  it('of a newspaper with flashes only shows them', () => {
    const flashes = Array.from({ length: 20 }, (_, index) => story(index, { kind: 'flash' }))
    expect(composeFront({ ...nothing, flashes })).toMatchObject({ lead: null, flashes: flashes.slice(0, 12) })
  })
  it('without pictures leads with the newest', () => {
    const front = composeFront({ ...nothing, stories: [1, 2, 3].map((id) => story(id)) })
    expect(front.lead?.id).toBe(1)
    expect(front.pictures).toEqual([])
    expect(front.seconds.map(({ id }) => id)).toEqual([2, 3])
  })
  it('leads with the newest that was given a kicker and a picture', () => {
    expect(
      composeFront({ ...nothing, stories: [story(1), story(2, { picture }), story(3, { picture, kicker: '焦点' })] })
        .lead?.id,
    ).toBe(3)
    expect(composeFront({ ...nothing, stories: [story(1), story(2, { picture })] }).lead?.id).toBe(2)
  })
  it('does not lead with what is older than a day and a half', () =>
    expect(composeFront({ ...nothing, stories: [story(1), story(40, { picture, kicker: '焦点' })] }).lead?.id).toBe(1))
  it('puts other reports of the lead’s story beside it', () => {
    const front = composeFront({
      ...nothing,
      stories: [story(1, { tags: ['桥'], picture }), story(2), story(3, { tags: ['桥'] })],
    })
    expect(front.also.map(({ id }) => id)).toEqual([3])
  })
  it('leaves out shelves with nothing on them', () =>
    expect(composeFront({ ...nothing, shelves: [{ category: category('a'), articles: [] }] }).shelves).toEqual([]))
  it('opens a shelf with a story, and puts what stands higher last', () => {
    const [lead, flash, other] = [story(1), story(2, { kind: 'flash' }), story(3)]
    const front = composeFront({
      ...nothing,
      stories: [lead],
      shelves: [{ category: category('a'), articles: [lead, flash, other] }],
    })
    expect(front.shelves[0]?.articles.map(({ id }) => id)).toEqual([3, 2, 1])
  })

  const anyStory = fc
    .record({
      id: fc.integer({ min: 1, max: 60 }),
      kicker: fc.option(fc.constant('焦点')),
      hasPicture: fc.boolean(),
      tags: fc.array(fc.constantFrom('桥', '港', '戏'), { maxLength: 2 }),
      standfirst: fc.option(fc.constant('导语')),
    })
    .map(({ hasPicture, ...rest }) => story(rest.id, { ...rest, picture: hasPicture ? picture : null }))
  const stories = fc
    .uniqueArray(anyStory, { selector: ({ id }) => id, maxLength: 60 })
    .map((all) => all.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()))

  it('shows no story twice above the shelves, and none twice on one shelf, whatever there is', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const front = composeFront({
          ...nothing,
          stories: all,
          shelves: [{ category: category('a'), articles: all.slice(0, 6) }],
        })
        const above = [front.lead, ...front.also, ...front.seconds, ...front.pictures].flatMap((article) =>
          article ? [article.id] : [],
        )
        expect(new Set(above).size).toBe(above.length)
        expect(front.lead === null).toBe(all.length === 0)
        expect([front.also.length <= 3, front.seconds.length <= 6, front.pictures.length <= 5]).toEqual([
          true,
          true,
          true,
        ])
        expect(front.pictures.every((article) => article.picture)).toBe(true)
        for (const { articles } of front.shelves) {
          expect(articles.length).toBe(Math.min(5, all.length))
          expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length)
        }
      }),
    )
  })
  it('changes nothing in what it was given', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const kept = structuredClone(all)
        composeFront({ ...nothing, stories: all, shelves: [{ category: category('a'), articles: all }] })
        expect(all).toEqual(kept)
      }),
    )
  })
})

describe('the list of all categories', () => {
  const initials = (...names: string[]) =>
    groupByInitial(names.map((name) => category(name))).map(
      ({ initial, categories }) => `${initial}:${categories.map(({ name }) => name).join('、')}`,
    )

  it('goes from A to Z by pinyin', () =>
    expect(initials('证券时报', '财联社', '每日经济新闻', '第一财经')).toEqual([
      'C:财联社',
      'D:第一财经',
      'M:每日经济新闻',
      'Z:证券时报',
    ]))
  it('puts Latin names among them, whatever their case', () =>
    expect(initials('Emnews', '东方财富', 'eBay', '21世纪经济报道')).toEqual([
      'D:东方财富',
      'E:eBay、Emnews',
      '#:21世纪经济报道',
    ]))
  it('puts what starts with no letter last', () =>
    expect(initials('《经济》', '36氪', '安徽日报')).toEqual(['A:安徽日报', '#:36氪、《经济》']))
  it('reads names with several readings as people do', () =>
    expect(initials('重庆日报', '长江商报')).toEqual(['C:长江商报、重庆日报']))
  it('of no categories is empty', () => expect(groupByInitial([])).toEqual([]))
  it('has every category once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { maxLength: 20 }),
        (names) => {
          expect(
            groupByInitial(names.map((name) => category(name)))
              .flatMap(({ categories }) => categories.map(({ name }) => name))
              .sort(),
          ).toEqual([...names].sort())
        },
      ),
    )
  })
})
