import { describe, expect, it } from 'vitest'
import { isSameOrigin } from './same-origin'

const asked = (headers: Record<string, string>) => isSameOrigin({ headers: new Headers(headers) } as unknown as Request)

describe('a request is from a page of ours', () => {
  it.each<Record<string, string>>([
    { origin: 'https://news.example', host: 'news.example' },
    { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
    { origin: 'https://news.example', host: 'app:3000', 'x-forwarded-host': 'news.example, proxy' },
  ])('when its origin is our host: %j', (headers) => expect(asked(headers)).toBe(true))
  it.each<Record<string, string>>([
    { host: 'news.example' },
    { origin: 'null', host: 'news.example' },
    { origin: 'https://evil.example', host: 'news.example' },
    { origin: 'https://news.example.evil.example', host: 'news.example' },
    { origin: 'https://news.example:444', host: 'news.example' },
    { origin: 'https://news.example', host: 'news.example', 'x-forwarded-host': 'evil.example' },
  ])('and not otherwise: %j', (headers) => expect(asked(headers)).toBe(false))
})
