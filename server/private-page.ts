import { privateHeaders } from './headers'
import { brokenPage } from './make-page'
import { type Page, toPage } from './page'
import { type Handle, renderPage } from './render-page'
import { slimDocument } from './slim-document'

/**
 * A page for whoever has its secret address, rendered for this one request: a document or a feed like any reader's, that nobody on the way
 * keeps, no machine lists, and no link on it gives away.
 */
export async function privatePage(handle: Handle, address: string): Promise<Page> {
  const rendered = await renderPage(handle, address)
  if (rendered.status >= 500) return toPage(brokenPage, privateHeaders)
  const isDocument = rendered.headers['content-type']?.startsWith('text/html') ?? false
  const body = isDocument ? slimDocument(rendered.body) : rendered.body
  return toPage({ ...rendered, body, depends: [] }, privateHeaders)
}
