import { expect, it, describe } from 'vitest'
import type { HistoryEntry } from './history'
import { asidesBetween, historyDays } from './history-days'

const zone = 'Asia/Shanghai'
const gu = { id: 1, name: '顾一苇' }
const shen = { id: 2, name: '沈砚秋' }
const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`)
const entry = (number: number, act: HistoryEntry['act'], time: Date, by = gu): HistoryEntry => ({
  number,
  version: number,
  act,
  by,
  at: time,
  why: null,
})
const told = (entries: HistoryEntry[], asides: Parameters<typeof historyDays>[1] = []) =>
  historyDays(entries, asides, zone).map(({ day, rows }) => [
    day,
    ...rows.map((row) =>
      row.is === 'act'
        ? row.entry.number
        : row.is === 'aside'
          ? row.aside.key
          : row.entries.map(({ number }) => number).join('+'),
    ),
  ])

describe('the history of an article', () => {
  it('makes one line of what one person’s editor saved in a row', () =>
    expect(
      told([
        entry(6, 'save', at('13:12')),
        entry(5, 'autosave', at('13:10')),
        entry(4, 'autosave', at('12:50')),
        entry(3, 'autosave', at('12:40')),
        entry(2, 'save', at('12:31')),
        entry(1, 'write', at('11:58')),
      ]),
    ).toEqual([['2026-11-24', 6, '5+4+3', 2, 1]]))
  it('keeps the lines of two people apart, and a single one as it is', () =>
    expect(
      told([
        entry(4, 'autosave', at('12:40')),
        entry(3, 'autosave', at('12:30'), shen),
        entry(2, 'autosave', at('12:20'), shen),
        entry(1, 'write', at('12:10')),
      ]),
    ).toEqual([['2026-11-24', 4, '3+2', 1]]))
  it('begins a day where the site’s zone does', () =>
    expect(told([entry(2, 'save', at('00:01')), entry(1, 'write', new Date('2026-11-23T23:59:00+08:00'))])).toEqual([
      ['2026-11-24', 2],
      ['2026-11-23', 1],
    ]))
  it('shows what was set aside at its time, between two autosaves too', () =>
    expect(
      told(
        [entry(2, 'autosave', at('12:30')), entry(1, 'autosave', at('12:10'))],
        [
          { key: 'late', seenVersion: 1, by: shen, at: at('12:40') },
          { key: 'between', seenVersion: 1, by: shen, at: at('12:20') },
        ],
      ),
    ).toEqual([['2026-11-24', 'late', 2, 'between', 1]]))
  it('shows what was set aside on one page of it, wherever the pages end', () => {
    const [newer, older] = [entry(2, 'save', at('12:30')), entry(1, 'write', at('12:10'))]
    const asides = ['12:40', '12:30', '12:20', '12:10', '12:05'].map((time) => ({
      key: time,
      seenVersion: 1,
      by: shen,
      at: at(time),
    }))
    const keys = (page: Parameters<typeof asidesBetween>[1]) => asidesBetween(asides, page).map(({ key }) => key)
    expect(keys({ newest: null, next: older })).toEqual(['12:40', '12:30', '12:20'])
    expect(keys({ newest: older, next: null })).toEqual(['12:10', '12:05'])
    expect(keys({ newest: null, next: null })).toHaveLength(5)
    expect(keys({ newest: newer, next: older })).toEqual(['12:30', '12:20'])
  })
})
