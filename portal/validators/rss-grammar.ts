import { address, attribute, data, element, grammar, inAnyOrder, many, optional, ref, text, value } from './grammar'

/** What RSS 2.0 and the modules that we use allow, as the RSS Advisory Board has written them down. */
export const rssGrammar = grammar({
  namespaces: {
    '': '',
    atom: 'http://www.w3.org/2005/Atom',
    content: 'http://purl.org/rss/1.0/modules/content/',
    dc: 'http://purl.org/dc/elements/1.1/',
    media: 'http://search.yahoo.com/mrss/',
  },
  start: element(
    'rss',
    attribute('version', value('2.0')),
    element(
      'channel',
      inAnyOrder(
        element('title', text),
        element('link', address),
        element('description', text),
        optional(
          element('language', data('language')),
          element('lastBuildDate', ref('date')),
          element('generator', text),
          element('docs', address),
        ),
        many(element('atom:link', attribute('href', address), attribute('rel'), attribute('type')), ref('item')),
      ),
    ),
  ),
  define: {
    date: data('string', [
      'pattern',
      '(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} \\d\\d:\\d\\d:\\d\\d [+\\-]\\d{4}',
    ]),
    item: element(
      'item',
      inAnyOrder(
        element('title', text),
        element('link', address),
        element('guid', attribute('isPermaLink', value('false')), address),
        element('pubDate', ref('date')),
        element('description', text),
        many(element('category', text), element('dc:creator', text), element('dc:source', text)),
        optional(
          element('atom:updated', data('dateTime')),
          element('content:encoded', text),
          element(
            'enclosure',
            attribute('url', address),
            attribute('length', data('nonNegativeInteger')),
            attribute('type', data('string', ['pattern', '.+/.+'])),
          ),
          element(
            'media:content',
            attribute('url', address),
            attribute('type'),
            attribute('medium', value('image')),
            optional(attribute('width', data('positiveInteger')), attribute('height', data('positiveInteger'))),
            optional(
              element('media:description', attribute('type', value('plain')), text),
              element('media:credit', text),
            ),
          ),
        ),
      ),
    ),
  },
})
