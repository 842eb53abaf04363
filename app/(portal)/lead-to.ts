import { permanentRedirect } from 'next/navigation'
import { encodePath } from '@/newsroom/address'
import { pageContext } from '@/portal/page-context'

/** Sends a reader to where an address has moved: 301 under our own server, Next's 308 without it. */
export function leadTo(path: string, query = ''): void {
  const context = pageContext()
  if (!context) permanentRedirect(encodePath(path) + query)
  context.status = 301
  context.location = encodePath(path) + query
}
