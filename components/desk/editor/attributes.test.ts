import { expect, it } from 'vitest'
import { carried } from './attributes'
import { schema } from './schema'
import { writeMarkdown } from './write-markdown'

it('what is only carried is not read from a pasted page, where anyone could say whose source a block has', () =>
  expect(carried('p').parseHTML()).toBe('p'))

it('code that is pasted is fenced as code that is written', () =>
  expect(writeMarkdown(schema.node('codeBlock', null, [schema.text('甲\n乙')]))).toBe('```\n甲\n乙\n```'))
