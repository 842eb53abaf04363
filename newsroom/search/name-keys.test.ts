import { expect, it } from 'vitest'
import { foldText } from './fold-text'
import { nameKeys, typedKey } from './name-keys'

it.each([
  ['贵州茅台', ['贵州', '茅台', '台', 'gzmt', 'gz', 'guizhoumaotai', 'guizhou', 'gui zhou', '貴州']],
  ['TCL科技', ['tcl', 'ＴＣＬ', 'TCL 科技', '科技', 'tclkj', 'tclkeji']],
  ['绿地控股', ['lvdi', 'ludi', 'ldkg']],
  ['重庆啤酒', ['chongqing', 'cqpj']],
  ['A股', ['a', 'a股', '股', 'ag']],
])('%s is meant by what one may type', (name, typed) => {
  const keys = nameKeys(name)
  for (const one of typed)
    expect(
      keys.some((key) => key.startsWith(typedKey(foldText(one)))),
      one,
    ).toBe(true)
})

it('a name is not meant by what stands in the middle of a word, or nowhere in it', () => {
  const keys = nameKeys('TCL科技')
  for (const typed of ['cl', '技科', 'kj']) expect(keys.some((key) => key.startsWith(typed))).toBe(false)
  expect(nameKeys('。')).toEqual([])
  expect(nameKeys('国'.repeat(600)).length).toBeLessThan(20)
})
