import { hasAddress } from '@/portal/has-address'
import type { PageContext } from '@/portal/page-context'
import type { Making } from './press'
import { contentOf, type Page, toPage } from './page'
import { type Handle, renderPage, type Rendered } from './render-page'
import { slimDocument } from './slim-document'
import { addressIn, documentIn, plainAddress, type Variant } from './variants'

/** How pages are made: rendered by Next and slimmed, and their variants from the plain one. */
export function pageMaker(handle: Handle, siteEdition?: PageContext['siteEdition']): Making['make'] {
  return async (asked, find) => {
    const variant = asked.is === 'page' ? asked.variant : null
    // A path of the old site that happens to begin like a variant of ours is older than the variant, and stays.
    if (asked.is === 'asset' || variant === null || (await hasAddress(asked.path))) return plainPage(asked.key)
    const plain = { key: plainAddress(asked.key, variant), path: plainAddress(asked.path, variant) }
    return pageIn(variant, await find({ is: 'page', ...plain, variant: null }), asked.path)
  }

  async function plainPage(address: string): Promise<Page> {
    const rendered = await renderPage(handle, address, siteEdition)
    if (rendered.status >= 500) return toPage(brokenPage)
    if (rendered.status === 301) return toPage({ ...rendered, body: Buffer.alloc(0) })
    if (!isDocument(rendered)) return toPage(rendered)
    return toPage({ ...rendered, body: slimDocument(rendered.body) })
  }
}

/** The page as a variant, dropped with the plain one. */
function pageIn(variant: Variant, plain: Page, path: string): Page {
  const { location } = plain.headers
  const body = contentOf(plain)
  const isHtml = plain.contentType.startsWith('text/html')
  return toPage({
    status: plain.status,
    headers: { ...plain.headers, ...(location && { location: addressIn(variant, location) }) },
    body: isHtml ? Buffer.from(documentIn(variant, body.toString('utf8'))) : body,
    depends: [...new Set([...plain.depends, `address:${path}` as const])],
  })
}

function isDocument({ headers }: Rendered): boolean {
  return headers['content-type']?.startsWith('text/html') ?? false
}

/** What a reader gets of a page that could not be made. */
export const brokenPage: Rendered = {
  status: 500,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from('出了差错，请稍后再试。 Something went wrong; please try again.\n'),
  depends: [],
}
