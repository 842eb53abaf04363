import type { Element } from 'hast'
import { styleOf } from './style-of'

/**
 * Whether nobody saw this element in the window it was copied from: what runs, frames or plays, what style or Word hides,
 * and the remarks of colleagues in a Word file. `visibility: hidden` is not weighed: 公众号 pages put it on the whole text
 * until their script has run.
 */
export function isUnseen(element: Element): boolean {
  if (neverShown.has(element.tagName)) return true
  const { hidden } = element.properties
  if (hidden !== undefined && hidden !== null && hidden !== false) return true
  const style = styleOf(element)
  return (
    style.get('display') === 'none' || style.get('mso-hide') === 'all' || style.get('mso-element') === 'comment-list'
  )
}

const neverShown = new Set([
  'annotation',
  'annotation-xml',
  'applet',
  'area',
  'audio',
  'base',
  'canvas',
  'col',
  'colgroup',
  'datalist',
  'embed',
  'frame',
  'frameset',
  'iframe',
  'input',
  'link',
  'meta',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'option',
  'param',
  'script',
  'select',
  'source',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'track',
  'video',
  'xml',
])
