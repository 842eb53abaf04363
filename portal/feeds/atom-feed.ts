import { rfc3339 } from '@/newsroom/moment'
import { declaration, type Markup, xml } from '../xml'
import { authorsOrOwner, type Channel, type Entry, type Feed, feedTypes, type Withdrawn } from './feed'

/** A feed as Atom (RFC 4287), paged by RFC 5005, with what was withdrawn by RFC 6721. */
export function atomFeed({ channel, entries, withdrawn }: Feed): string {
  const { id, title, description, language, home, self, first, next, updated, zone } = channel
  return (
    declaration +
    xml`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${language}">
<id>${id}</id>
<title type="text">${title}</title>
<subtitle type="text">${description}</subtitle>
<link href="${self}" rel="self" type="${feedTypes.atom}"/>
<link href="${home}" rel="alternate" type="text/html" hreflang="${language}"/>
<link href="${first}" rel="first" type="${feedTypes.atom}"/>
${next === null ? [] : xml`<link href="${next}" rel="next" type="${feedTypes.atom}"/>`}
<updated>${rfc3339(updated, zone)}</updated>
<generator uri="https://github.com/dibao/dibao">Dibao</generator>
${entries.map((one) => entry(one, channel))}
${withdrawn.map((one) => deletedEntry(one, channel))}
</feed>
`.text
  )
}

function entry(one: Entry, channel: Channel): Markup {
  const { id, title, address, publishedAt, updatedAt, terms, summary, html } = one
  return xml`<entry>
<id>${id}</id>
<title type="text">${title}</title>
<link href="${address}" rel="alternate" type="text/html"/>
${[via(one), enclosure(one)].flat()}
<published>${rfc3339(publishedAt, channel.zone)}</published>
<updated>${rfc3339(updatedAt, channel.zone)}</updated>
${authorsOrOwner(one, channel).map((name) => xml`<author><name>${name}</name></author>`)}
${terms.map((term) => xml`<category term="${term}"/>`)}
<summary type="text">${summary}</summary>
${html === null ? [] : xml`<content type="html" xml:base="${address}">${html}</content>`}
</entry>`
}

function via({ source }: Entry): Markup[] {
  if (!source?.address) return []
  return [xml`<link href="${source.address}" rel="via" title="${source.name ?? ''}"/>`]
}

function enclosure({ picture }: Entry): Markup[] {
  if (!picture) return []
  const { address, type, alt } = picture
  if (type === null) return [xml`<link href="${address}" rel="enclosure" title="${alt}"/>`]
  return [xml`<link href="${address}" rel="enclosure" type="${type}" title="${alt}"/>`]
}

function deletedEntry({ id, at, reason }: Withdrawn, { zone }: Channel): Markup {
  return xml`<at:deleted-entry ref="${id}" when="${rfc3339(at, zone)}"><at:comment type="text">${reason}</at:comment></at:deleted-entry>`
}
