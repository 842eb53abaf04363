import { getSchema } from '@tiptap/core'
import { atomNodes } from './atom-nodes'
import { marks } from './marks'
import { tableNodes } from './table-nodes'
import { textNodes } from './text-nodes'

/** All that the editor has words for. */
export const vocabulary = [...textNodes, ...tableNodes, ...atomNodes, ...marks]

export const schema = getSchema(vocabulary)
