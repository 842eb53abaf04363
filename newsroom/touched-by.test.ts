import { describe, expect, it } from 'vitest'
import { type Standing, touchedBy } from './touched-by'

const standing: Standing = {
  id: 17,
  path: '/bendi/2026/11/24/17.html',
  kind: 'story',
  category: 'bendi',
  tags: ['港口'],
  byline: '记者 沈砚秋 顾临',
  source: { name: '棠州日报', address: null },
  securities: ['sh.601018'],
  day: '2026-11-24',
  isCorrected: false,
}

describe('an article that goes on top', () => {
  const touched = touchedBy({ articles: [{ before: null, after: standing, isNewest: true, isNewestOfAll: true }] })
  it('touches all that lists it', () =>
    expect(touched).toEqual([
      'front',
      'categories',
      'article:17',
      'address:/bendi/2026/11/24/17.html',
      'category:bendi',
      'tag:港口',
      'author:沈砚秋',
      'author:顾临',
      'source:棠州日报',
      'security:sh.601018',
      'day:2026-11-24',
      'month:2026-11',
      'year:2026',
    ]))
  it('leaves the pages behind the newest one alone', () =>
    expect(touched.filter((identity) => identity.includes('-past'))).toEqual([]))
  it('of its category only leaves the older pages of that alone, and not those of its day, its tags and its names', () => {
    const late = touchedBy({ articles: [{ before: null, after: standing, isNewest: true }] })
    expect(late.filter((identity) => identity.includes('-past'))).toEqual([
      ...['front-past', 'tag-past:港口', 'author-past:沈砚秋', 'author-past:顾临', 'source-past:棠州日报'],
      'day-past:2026-11-24',
    ])
  })
})

describe('a flash', () => {
  const flash: Standing = { ...standing, kind: 'flash' }
  it('touches the running wire, and its older pages unless it is newer than all', () => {
    expect(touchedBy({ articles: [{ before: null, after: flash, isNewest: true, isNewestOfAll: true }] })).toEqual(
      expect.not.arrayContaining(['flash-past']),
    )
    expect(touchedBy({ articles: [{ before: null, after: flash, isNewest: true }] })).toEqual(
      expect.arrayContaining(['flash', 'flash-past']),
    )
  })
  it('that becomes a report leaves the running wire', () =>
    expect(touchedBy({ articles: [{ before: flash, after: standing, isNewest: false }] })).toContain('flash'))
  it('is not touched by a report', () =>
    expect(touchedBy({ articles: [{ before: null, after: standing, isNewest: false }] })).not.toContain('flash'))
})

describe('the list of corrections', () => {
  const corrected: Standing = { ...standing, isCorrected: true }
  it('is touched by what is corrected, and by a corrected article that is killed', () => {
    expect(touchedBy({ articles: [{ before: standing, after: corrected, isNewest: false }] })).toContain('corrections')
    expect(touchedBy({ articles: [{ before: corrected, after: null, isNewest: false }] })).toContain('corrections')
    expect(touchedBy({ articles: [{ before: standing, after: null, isNewest: false }] })).not.toContain('corrections')
  })
})

describe('an article', () => {
  it('that comes with an older date touches the pages behind too', () =>
    expect(touchedBy({ articles: [{ before: null, after: standing, isNewest: false }] })).toContain(
      'category-past:bendi',
    ))
  it('that is edited touches the pages behind too, but no counts', () => {
    const touched = touchedBy({ articles: [{ before: standing, after: standing, isNewest: true }] })
    expect(touched).toContain('category-past:bendi')
    expect(touched).not.toContain('categories')
  })
  it('that moves touches where it stood and where it stands', () => {
    const after = {
      ...standing,
      category: 'jingji',
      tags: ['航运'],
      securities: ['sh.601866'],
      path: '/jingji/2026/11/25/17.html',
      day: '2026-11-25',
    }
    expect(touchedBy({ articles: [{ before: standing, after, isNewest: false }] })).toEqual(
      expect.arrayContaining([
        ...['category:bendi', 'category-past:bendi', 'category:jingji', 'category-past:jingji', 'categories'],
        ...['tag:港口', 'tag:航运', 'security:sh.601018', 'security:sh.601866'],
        ...['day:2026-11-24', 'day:2026-11-25'],
        ...['address:/bendi/2026/11/24/17.html', 'address:/jingji/2026/11/25/17.html'],
      ]),
    )
  })
  it('that is killed touches all that listed it', () =>
    expect(touchedBy({ articles: [{ before: standing, after: null, isNewest: false }] })).toEqual(
      expect.arrayContaining([
        'front',
        'article:17',
        'category:bendi',
        'category-past:bendi',
        'tag:港口',
        'categories',
      ]),
    ))
})

describe('other acts', () => {
  it('that touch nothing say nothing', () => expect(touchedBy({})).toEqual([]))
  it('name each identity once', () =>
    expect(touchedBy({ site: true, day: true, addresses: ['/a', '/a'], categories: ['x'] })).toEqual([
      ...['site', 'today', 'address:/a', 'categories', 'category:x', 'category-past:x'],
    ]))
})
