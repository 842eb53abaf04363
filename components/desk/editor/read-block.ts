import type { Node, Schema } from '@tiptap/pm/model'
import type { BodyBlock } from '@/newsroom/body-blocks'
import { isElement, parseHtml } from './html-tree'
import { readHtml } from './read-html'
import { markdownToHtml } from './read-markdown'

/** A block's own words, without what is silent around them, and how they are to be read. */
export type BlockText = Pick<BodyBlock, 'kind'> & { core: string }

/** A block as a node of the editor; null where the editor has no words for it. */
export function readBlock({ kind, core }: BlockText, definitions: string, schema: Schema): Node | null {
  if (kind === 'html') return readHtml(core, schema)
  if (kind === 'markdown') return readHtml(markdownToHtml(core, needed(definitions, core)), schema)
  return kind === 'footnote' ? readHtml(markdownToHtml(core, needed(definitions, core)), schema) : null
}

/** Most blocks refer to nothing: the definitions are read only for those that may. */
function needed(definitions: string, core: string): string {
  return core.includes('[') ? definitions : ''
}

/** A block that is shown whole and changed nowhere. */
export function opaqueNode({ kind, core }: BlockText, schema: Schema): Node {
  const opaque = schema.nodes.opaque
  if (!opaque) throw new Error('the schema has opaque blocks')
  return opaque.create({ source: core, what: whatIs(kind, core) })
}

export type OpaqueKind =
  | 'reference'
  | 'footnote'
  | 'mixed'
  | 'table'
  | 'script'
  | 'style'
  | 'frame'
  | 'video'
  | 'form'
  | 'html'

const kindsOfElements: Record<string, OpaqueKind> = {
  table: 'table',
  script: 'script',
  style: 'style',
  link: 'style',
  iframe: 'frame',
  embed: 'frame',
  object: 'frame',
  video: 'video',
  audio: 'video',
  form: 'form',
}

function whatIs(kind: BodyBlock['kind'], core: string): OpaqueKind {
  if (kind === 'reference' || kind === 'footnote' || kind === 'mixed') return kind
  const first = parseHtml(core).find(isElement)
  return (first && kindsOfElements[first.tagName]) ?? 'html'
}
