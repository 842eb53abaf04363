import { rfc3339 } from '@/newsroom/moment'
import { authorsOrOwner, type Channel, type Entry, type Feed } from './feed'

/** A feed as JSON Feed 1.1. It cannot say that something was withdrawn: what is gone is absent. */
export function jsonFeed({ channel, entries }: Feed): string {
  const { title, description, language, home, self, next } = channel
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    ...(description && { description }),
    ...(next !== null && { next_url: next }),
    language,
    items: entries.map((one) => item(one, channel)),
  }
  // Half a pair would leave the file as an escape that no string can hold.
  const wellFormed = (_key: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)
  return `${JSON.stringify(feed, wellFormed, 1)}\n`
}

function item(one: Entry, channel: Channel) {
  const { id, address, title, summary, html, source, terms, picture, publishedAt, updatedAt } = one
  return {
    id,
    url: address,
    ...(source?.address && { external_url: source.address }),
    title,
    // An item has a text in one form at least.
    ...(html === null ? { content_text: summary } : { content_html: html }),
    summary,
    ...(picture && { image: picture.address }),
    date_published: rfc3339(publishedAt, channel.zone),
    date_modified: rfc3339(updatedAt, channel.zone),
    authors: authorsOrOwner(one, channel).map((name) => ({ name })),
    tags: terms,
    ...(picture?.type && {
      attachments: [{ url: picture.address, mime_type: picture.type, ...(picture.alt && { title: picture.alt }) }],
    }),
  }
}
