import Database from 'libsql'
import { beforeEach, describe, expect, it } from 'vitest'
import { keepStatements } from './keep-statements'

describe('a connection that keeps its statements', () => {
  let plain: Database.Database
  let asked: string[]
  let kept: ReturnType<typeof keepStatements>

  beforeEach(() => {
    plain = new Database(':memory:')
    plain.exec(
      "CREATE TABLE story (id INTEGER PRIMARY KEY, headline TEXT); INSERT INTO story VALUES (1, '砚江三桥通车')",
    )
    asked = []
    const prepare = plain.prepare.bind(plain)
    kept = keepStatements(
      Object.assign(plain, {
        prepare: (sql: string) => {
          asked.push(sql)
          return prepare(sql)
        },
      }),
    )
  })

  const byId = 'SELECT id, headline FROM story WHERE id = ?'

  it('compiles each once, and each asking gets its own answer', () => {
    expect(kept.prepare(byId).all([1])).toEqual([{ id: 1, headline: '砚江三桥通车' }])
    expect(kept.prepare(byId).all([2])).toEqual([])
    kept.prepare('INSERT INTO story VALUES (?, ?)').run([2, '窑湾复工'])
    expect(kept.prepare(byId).all([2])).toEqual([{ id: 2, headline: '窑湾复工' }])
    expect(asked.filter((sql) => sql === byId)).toHaveLength(1)
  })

  it('tells the columns of each', () =>
    expect(
      [1, 2].map(() =>
        kept
          .prepare(byId)
          .columns()
          .map(({ name }) => name),
      ),
    ).toEqual([
      ['id', 'headline'],
      ['id', 'headline'],
    ]))

  it('compiles one anew that it was told to forget', () => {
    kept.prepare(byId)
    kept.forget(byId)
    kept.prepare(byId)
    expect(asked).toEqual([byId, byId])
  })

  it('lets go of the one that nobody asked for the longest', () => {
    const numbered = (number: number) => `SELECT ${number} AS number`
    kept.prepare(numbered(0))
    for (let number = 1; number <= 50; number++) {
      kept.prepare(numbered(number))
      kept.prepare(numbered(0))
    }
    kept.prepare(numbered(1))
    expect(asked.filter((sql) => sql === numbered(0))).toHaveLength(1)
    expect(asked.filter((sql) => sql === numbered(1))).toHaveLength(2)
  })
})
