import { rfc2822, rfc3339 } from '@/newsroom/moment'
import { declaration, type Markup, xml } from '../xml'
import { authorsOrOwner, type Channel, type Entry, type Feed, feedTypes } from './feed'

/** A feed as RSS 2.0. It cannot say that something was withdrawn: what is gone is absent. */
export function rssFeed({ channel, entries }: Feed): string {
  const { title, description, language, home, self, first, next, updated, zone } = channel
  return (
    declaration +
    xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${title}</title>
<link>${home}</link>
<description>${description}</description>
<language>${language}</language>
<lastBuildDate>${rfc2822(updated, zone)}</lastBuildDate>
<generator>Dibao</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link href="${self}" rel="self" type="${feedTypes.rss}"/>
<atom:link href="${first}" rel="first" type="${feedTypes.rss}"/>
${next === null ? [] : xml`<atom:link href="${next}" rel="next" type="${feedTypes.rss}"/>`}
${entries.map((one) => item(one, channel))}
</channel>
</rss>
`.text
  )
}

function item(one: Entry, channel: Channel): Markup {
  const { id, title, address, publishedAt, updatedAt, terms, summary, source, html } = one
  return xml`<item>
<title>${title}</title>
<link>${address}</link>
<guid isPermaLink="false">${id}</guid>
<pubDate>${rfc2822(publishedAt, channel.zone)}</pubDate>
<atom:updated>${rfc3339(updatedAt, channel.zone)}</atom:updated>
${authorsOrOwner(one, channel).map((name) => xml`<dc:creator>${name}</dc:creator>`)}
${terms.map((term) => xml`<category>${term}</category>`)}
${[source?.name, source?.address].flatMap((said) => (said ? [xml`<dc:source>${said}</dc:source>`] : []))}
<description>${asHtml(summary)}</description>
${html === null ? [] : xml`<content:encoded>${html}</content:encoded>`}
${pictureOf(one)}
</item>`
}

/** A description is read as HTML, whatever it holds. */
function asHtml(text: string): string {
  return xml`${text}`.text
}

/** An enclosure must name a type and a length; one whose length nobody knows says 0, as the RSS Advisory Board has it. */
function pictureOf({ picture }: Entry): Markup[] {
  if (picture?.type == null) return []
  const { address, type, alt, caption, credit, width, height } = picture
  const size = width && height ? xml` width="${String(width)}" height="${String(height)}"` : []
  const lines = [
    ...(caption || alt ? [xml`<media:description type="plain">${caption || alt}</media:description>`] : []),
    ...(credit ? [xml`<media:credit>${credit}</media:credit>`] : []),
  ]
  return [
    xml`<enclosure url="${address}" length="0" type="${type}"/>`,
    xml`<media:content url="${address}" type="${type}" medium="image"${size}>${lines}</media:content>`,
  ]
}
