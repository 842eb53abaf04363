import { type Editor, Extension } from '@tiptap/core'
import type { BodyFormat } from '@/newsroom/copy'

declare module '@tiptap/core' {
  interface Storage {
    writtenAs: { format: BodyFormat }
  }
}

/** Tells the acts of an editor how its body is written: HTML has no words for a footnote. */
export const writtenAs = (format: BodyFormat) => Extension.create({ name: 'writtenAs', addStorage: () => ({ format }) })

/** How the body of an editor is written, for as long as it is open. */
export function formatOf(editor: Editor): BodyFormat {
  return editor.storage.writtenAs.format
}
