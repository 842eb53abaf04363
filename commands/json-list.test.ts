import { afterEach, expect, it, vi } from 'vitest'
import { jsonList } from './json-list'

afterEach(() => {
  vi.restoreAllMocks()
})

it.each([[[]], [[{ path: '/a' }]], [[{ path: '/a' }, { path: '“b”' }]]])(
  'a report of %j is one object that a program can read',
  (items) => {
    let written = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written += text
      return true
    })
    const report = jsonList<{ path: string }>('differences')
    for (const item of items) report.add(item)
    report.end({ asked: 3, different: items.length })
    expect(JSON.parse(written)).toEqual({ differences: items, asked: 3, different: items.length })
    expect(written.endsWith('}\n')).toBe(true)
  },
)
