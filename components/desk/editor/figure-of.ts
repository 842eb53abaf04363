import type { Node, Schema } from '@tiptap/pm/model'
import type { TakenPicture } from './taken-picture'

/** A picture with its caption and credit, as readers' pages set it. */
export function figureOf(schema: Schema, picture: TakenPicture): Node {
  return schema.nodeFromJSON(figureJson(picture))
}

/** The same as data, for a command. */
export function figureJson({ address, alt, caption, credit, width, height }: TakenPicture) {
  const size = width && height ? { width: String(width), height: String(height) } : {}
  const creditMark = { type: 'plain', attrs: { tag: 'span', keep: { class: 'credit' } } }
  const words = [
    ...(caption ? [{ type: 'text', text: caption }] : []),
    ...(credit ? [{ type: 'text', text: credit, marks: [creditMark] }] : []),
  ]
  const content = [
    { type: 'figurePicture', attrs: { keep: { src: address, alt, ...size } } },
    { type: 'caption', content: words },
  ]
  return { type: 'figure', content }
}
