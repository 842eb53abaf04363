import { atomFeed } from './atom-feed'
import { type Feed, type FeedDocument, type FeedFormat, feedTypes } from './feed'
import { jsonFeed } from './json-feed'
import { rssFeed } from './rss-feed'

/** Writes a feed in one of the three formats, whatever its texts hold. */
export function writeFeed(feed: Feed, format: FeedFormat): FeedDocument {
  return { type: `${feedTypes[format]}; charset=utf-8`, text: writers[format](feed) }
}

const writers: Record<FeedFormat, (feed: Feed) => string> = { atom: atomFeed, rss: rssFeed, json: jsonFeed }
