import type { Picture } from '@/newsroom/copy'

/** A list of articles for machines that come again, as each of the three formats can say it. Every address is whole. */
export type Feed = { channel: Channel; entries: Entry[]; withdrawn: Withdrawn[] }

export type Channel = {
  /** Stays the same for every page of the feed, whatever happens to its addresses. */
  id: string
  title: string
  description: string
  /** A BCP 47 tag, as in zh-CN. */
  language: string
  /** The newspaper's, for who signs an entry that nobody signed. */
  newspaper: string
  /** Where people read the list. */
  home: string
  /** The address of this very document. */
  self: string
  /** The feed's first page, which readers of feeds come back to. */
  first: string
  /** The page with what is older, or null. */
  next: string | null
  updated: Date
  /** IANA zone in which times are written. */
  zone: string
}

export type Entry = {
  /** The first address without its ending, as the old site's feed had it; it stays when the article moves. */
  id: string
  address: string
  title: string
  /** Text, not markup. */
  summary: string
  /** Clean HTML, or null for a feed that gives summaries only. */
  html: string | null
  authors: string[]
  /** The medium that it came from. */
  source: { name: string | null; address: string | null } | null
  /** The category first, then the tags. */
  terms: string[]
  picture: EntryPicture | null
  publishedAt: Date
  updatedAt: Date
}

/** `type` is a media type, or null where the address does not tell. */
export type EntryPicture = Picture & { type: string | null }

/** An entry that was in the feed and has been killed since. */
export type Withdrawn = { id: string; at: Date; reason: string }

/** A feed as it is sent. */
export type FeedDocument = { type: string; text: string }

export const feedFormats = ['atom', 'rss', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** The media type of each format. */
export const feedTypes: Record<FeedFormat, string> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
}

/** Who stands for an entry: whoever signed it, else the medium that it came from, else the newspaper. */
export function authorsOrOwner({ authors, source }: Entry, { newspaper }: Channel): string[] {
  const named = authors.filter(isSaid)
  return named.length > 0 ? named : [source?.name && isSaid(source.name) ? source.name : newspaper]
}

function isSaid(text: string): boolean {
  return text.trim() !== ''
}
