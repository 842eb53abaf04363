import { expect, it } from 'vitest'
import { readSearchPlace, writeSearchPlace } from './search-place'

const written = (by: string, after: string) => writeSearchPlace(readSearchPlace({ by, after }))

it.each([
  ['', '', ''],
  ['', '17', '&after=17'],
  ['time', '017', ''],
  ['', '99999999999', ''],
  ['', '17-1-1', ''],
  ['relevance', '', '&by=relevance'],
  ['relevance', '17', '&by=relevance'],
  ['relevance', '17-4310-1795593600', '&by=relevance&after=17-4310-1795593600'],
  ['relevance', '17-04310-1795593600', '&by=relevance&after=17-4310-1795593600'],
])('where a page starts is written in one way: by=%s after=%s', (by, after, address) =>
  expect(written(by, after)).toBe(address),
)
