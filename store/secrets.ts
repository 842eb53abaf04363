import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// argon2id (RFC 9106) with the memory and time that OWASP's cheat sheet names as the least: 13 ms here.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** 256 random bits for a cookie or a link. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the store keeps of a secret: from it nobody gets the secret back. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** What the store keeps of a password. */
export async function protectPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Whether a password is the one. Takes as long when there is no one to compare with, so that time tells nobody who works here. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= protectPassword(newSecret())
  const isRight = await verify(passwordHash ?? (await nobody), password)
  return isRight && passwordHash !== null
}

let nobody: Promise<string> | undefined

/** A name of our own making that a service knows us by and anyone may see: 128 bits in hexadecimal. */
export function newPublicKey(): string {
  return randomBytes(16).toString('hex')
}
