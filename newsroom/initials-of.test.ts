import { expect, it } from 'vitest'
import { initialsOf } from './initials-of'

it.each([
  ['贵州茅台', 'gzmt'],
  ['平安银行', 'payh'],
  ['长城汽车', 'ccqc'],
  ['重庆啤酒', 'cqpj'],
  ['TCL科技', 'tclkj'],
  ['ＴＣＬ中环', 'tclzh'],
  ['*ST海马', 'sthm'],
  ['三六零', 'sll'],
  ['360安全', '360aq'],
  ['Apple Inc.', 'appleinc'],
  ['蔚来-SW', 'wlsw'],
  ['', ''],
  ['（）', ''],
])('%s is typed %s in a hurry', (name, expected) => expect(initialsOf(name)).toBe(expected))
