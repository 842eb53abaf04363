import { describe, expect, it } from 'vitest'
import { type Standing, touchedBy } from './touched-by'

const standing: Standing = {
  id: 17,
  path: '/bendi/2026/11/24/17.html',
  category: 'bendi',
  tags: ['港口'],
  byline: '记者 沈砚秋 顾临',
  source: { name: '棠州日报', address: null },
  wireCode: 'W1',
  securities: ['sh.601018'],
  day: '2026-11-24',
}

describe('an article that goes on top', () => {
  const touched = touchedBy({ articles: [{ before: null, after: standing, isNewest: true }] })
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
      'wire:W1',
      'security:sh.601018',
      'day:2026-11-24',
      'month:2026-11',
    ]))
  it('leaves the pages behind the newest one alone', () => expect(touched).not.toContain('category-past:bendi'))
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
