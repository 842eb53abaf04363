import { describe, expect, it } from 'vitest'
import { picturesIn } from './pictures-in'
import { deepestClipboard } from './read-clipboard'

describe('a picture of a clipboard', () => {
  it.each([
    ['on another site', '<img src="https://e.example/a.png">', 'https://e.example/a.png', true],
    ['without a scheme', '<img src="//e.example/a.png">', 'https://e.example/a.png', true],
    [
      'loaded late',
      '<img src="data:image/gif;base64,R0lGODlhAQABA" data-src="https://e.example/b.png">',
      'https://e.example/b.png',
      true,
    ],
    ['as data', '<img src="data:image/png;base64,AAAA">', 'data:image/png;base64,AAAA', true],
    ['of the writer’s machine', '<img src="file:///C:/a.png">', 'file:///C:/a.png', false],
    ['of a mail', '<img src="cid:1">', 'cid:1', false],
    ['of another window', '<img src="blob:https://e.example/1">', 'blob:https://e.example/1', false],
    ['that counts on its own page', '<img src="/a.png">', '/a.png', false],
    ['that is a document', '<img src="data:image/svg+xml;base64,AAAA">', 'data:image/svg+xml;base64,AAAA', false],
  ])('%s', (_what, html, src, isReachable) => expect(picturesIn(html)).toEqual([{ src, isReachable }]))

  it('is none where nothing was shown, or nothing can be read', () => {
    const hidden =
      '<img><img src="https://e.example/p.gif" width=1 height=1><div style="display:none"><img src="https://e.example/a.png"></div>'
    expect(picturesIn(hidden)).toEqual([])
    expect(picturesIn(`${'<div>'.repeat(deepestClipboard + 1)}<img src="https://e.example/a.png">`)).toEqual([])
  })

  it('comes in the order of the page', () =>
    expect(picturesIn('<p><img src="https://e.example/1.png"></p><img src="cid:2">').map(({ src }) => src)).toEqual([
      'https://e.example/1.png',
      'cid:2',
    ]))
})
