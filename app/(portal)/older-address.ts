import { cache } from 'react'
import { dependOn, pageContext } from '@/portal/page-context'
import { hasAddress } from '@/portal/has-address'

/**
 * What was public at the address of one of our lists before the list was, as an old site's `/flash/` is the way to its category, stays there.
 * The props of the page that answers from the ledger, or null where the address is the list's alone.
 */
export const olderAddress = cache(async (listPath: string): Promise<{ params: Promise<{ path: string[] }> } | null> => {
  const path = pageContext()?.path ?? listPath
  dependOn(`address:${path}`)
  return (await hasAddress(path)) ? { params: Promise.resolve({ path: path.split('/').filter(Boolean) }) } : null
})
