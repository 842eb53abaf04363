import { randomBytes } from 'node:crypto'

/** Files, feeds and what machines ask for: a browser must not guess what one is, and one that it shows by itself, as XML, runs and loads nothing. */
export const fileHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
}

/**
 * Readers get documents: nothing runs but `/reader.js`, which asks only us, and nothing but an article's own pictures comes
 * from elsewhere. What to fetch ahead is named here, so that no document needs an inline script for it.
 */
export const readerHeaders: Record<string, string> = {
  ...everywhere,
  'content-security-policy': policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' https: http:",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  }),
  'speculation-rules': '"/speculation.json"',
}

/** A page that only who was given its address may see; the address is the secret, so it goes nowhere with a link or a picture. */
export const privateHeaders: Record<string, string> = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
}

/** The desk is an application: its own scripts run, each marked with the nonce of this answer, and it is never kept or framed. */
export function adminHeaders(nonce: string): Record<string, string> & { 'content-security-policy': string } {
  return {
    ...everywhere,
    'content-security-policy': policy({
      'default-src': "'none'",
      'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
      'style-src': "'self'",
      // `blob:` shows a file that is on its way into the library.
      'img-src': "'self' https: http: data: blob:",
      'connect-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'self'",
      'frame-src': "'self'",
    }),
    'x-robots-tag': 'noindex',
  }
}

/** 128 bits that no page can guess. */
export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
