import {
  address,
  attribute,
  choice,
  data,
  element,
  grammar,
  inAnyOrder,
  many,
  optional,
  ref,
  text,
  value,
} from './grammar'

/** What RFC 4287 allows of a feed as we write it, with the tombstones of RFC 6721. Stricter where we are: addresses are whole, and nothing foreign comes in. */
export const atomGrammar = grammar({
  namespaces: { '': 'http://www.w3.org/2005/Atom', at: 'http://purl.org/atompub/tombstones/1.0' },
  start: element(
    'feed',
    ref('common'),
    inAnyOrder(
      element('id', address),
      element('title', ref('plain')),
      optional(element('subtitle', ref('plain')), element('generator', optional(attribute('uri', address)), text)),
      many(ref('link'), ref('entry'), ref('tombstone'), ref('category'), ref('person')),
      ref('updated'),
    ),
  ),
  define: {
    common: optional(attribute('xml:lang', data('language')), attribute('xml:base', address)),
    plain: `${attribute('type', value('text'))}${text}`,
    date: data('dateTime', ['pattern', '.+T.+(Z|[+\\-]\\d\\d:\\d\\d)']),
    updated: element('updated', ref('date')),
    person: element('author', element('name', data('string', ['minLength', '1']))),
    category: element('category', attribute('term')),
    link: element(
      'link',
      attribute('href', address),
      attribute('rel', choice(...['self', 'alternate', 'first', 'next', 'via', 'enclosure'].map(value))),
      optional(
        attribute('type', data('string', ['pattern', '.+/.+'])),
        attribute('hreflang', data('language')),
        attribute('title'),
      ),
    ),
    entry: element(
      'entry',
      ref('common'),
      inAnyOrder(
        element('id', address),
        element('title', ref('plain')),
        element('published', ref('date')),
        ref('updated'),
        // An entry has an author where its feed has none.
        `<r:oneOrMore>${ref('person')}</r:oneOrMore>`,
        many(ref('link'), ref('category')),
        optional(
          element('summary', ref('plain')),
          element('content', ref('common'), attribute('type', value('html')), text),
        ),
      ),
    ),
    tombstone: element(
      'at:deleted-entry',
      attribute('ref', address),
      attribute('when', ref('date')),
      optional(element('at:comment', ref('plain'))),
    ),
  },
})
