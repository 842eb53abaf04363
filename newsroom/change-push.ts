import type { PushSettings } from './push-request'
import { Refusal } from './refusal'

/** What somebody wants changed: a service on or off, 百度 by its token. What is not named stays. */
export type PushWish = { indexNow?: 'on' | 'off'; baidu?: string }

/**
 * Changes which search engines are told of addresses. A key that is shown already stays, since the search engines know it. Throws a Refusal
 * for what cannot be a token.
 */
export function changePush(
  before: PushSettings,
  { indexNow, baidu }: PushWish,
  { seal, newKey }: { seal: (token: string) => string; newKey: () => string },
): PushSettings {
  if (baidu !== undefined && !isBaiduToken(baidu)) throw new Refusal('push-token')
  const key = before.indexNow ?? { key: newKey() }
  return {
    indexNow: indexNow === undefined ? before.indexNow : indexNow === 'on' ? key : null,
    baidu: baidu === undefined ? before.baidu : baidu === 'off' ? null : { sealedToken: seal(baidu) },
  }
}

/** Whether a text has the shape of a token of 百度's. */
export function isBaiduToken(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text)
}
