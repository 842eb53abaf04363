import { expect, it } from 'vitest'
import { safeSource } from './safe-source'

it.each([
  '<video controls src="https://e.org/a.mp4" style="width:80%"></video>',
  '<div STYLE=color:red>没有关上的一段',
  '[a]: https://e.org/ "甲 < 乙"',
  '<iframe src="https://e.org/player"></iframe>',
  '<img src="data:image/png;base64,AAAA">',
])('what runs nothing stays to the byte: %s', (source) => expect(safeSource(source)).toBe(source))

it.each([
  ['<div>甲<script>alert(1)</script>乙</div>', '<div>甲乙</div>'],
  ['<script>alert(1)</script>', ''],
  ['<style>p{color:red}</style><p>甲', '<p>甲</p>'],
  ['<video onerror=alert(1) src="a.mp4"></video>', '<video src="a.mp4"></video>'],
  ['<a href=" java\nscript:alert(1)">甲</a>', '<a>甲</a>'],
  ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<iframe></iframe>'],
  ['<iframe src="data:text/html,甲"></iframe>', '<iframe></iframe>'],
  ['<img src="data:image/svg+xml,<svg onload=alert(1)>">', '<img>'],
  ['<object data="a.swf"><p>甲</p></object>', ''],
  ['<template><script>alert(1)</script></template>', ''],
])('what would run is taken out: %s', (source, safe) => expect(safeSource(source)).toBe(safe))

it('what is too deep to be read comes over as its text', () =>
  expect(safeSource(`${'<div>'.repeat(2000)}甲`)).toBe('<p>甲</p>'))
