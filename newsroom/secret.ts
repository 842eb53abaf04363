/** Whether a text has the shape of a secret that is part of an address: 256 bits in base64url (RFC 4648). */
export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
