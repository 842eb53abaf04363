/**
 * Whether a request that changes something came from a page of ours: browsers say from where, and a page of somebody else's cannot make them
 * say otherwise. Actions are held to the same by Next.
 */
export function isSameOrigin({ headers }: Request): boolean {
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host')?.split(',', 1)[0]?.trim() || headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}
