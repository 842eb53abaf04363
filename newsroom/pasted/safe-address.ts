/**
 * A whole address as a browser would read it, when its scheme is one of those given; else an empty string. An address that
 * counts on the page it was copied from (`/a.html`, `#note`) leads nowhere here.
 */
export function safeAddress(given: unknown, schemes: readonly string[]): string {
  if (typeof given !== 'string') return ''
  // Newsrooms copy from sites that name their pictures without a scheme.
  const whole = given.trim().startsWith('//') ? `https:${given.trim()}` : given
  try {
    const address = new URL(whole)
    return schemes.includes(address.protocol.slice(0, -1)) ? address.href : ''
  } catch {
    return ''
  }
}
