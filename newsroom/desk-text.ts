import type { Copy } from './copy'
import { type ReadersBody, toReadersHtml } from './readers-html'
import { Refusal } from './refusal'
import { textOfHtml } from './text-of-html'

/** A body as the desk looks for something in it: as readers would get it; one that could not be shown to them, with its marks left out. */
export function deskBody({ body, bodyFormat }: Pick<Copy, 'body' | 'bodyFormat'>): ReadersBody {
  try {
    return toReadersHtml(body, bodyFormat)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { html: '', text: textOfHtml(body) }
  }
}
