import { address, choice, data, element, grammar, many, optional, some, text } from './grammar'

const moment = data('dateTime', ['pattern', '.+T.+(Z|[+\\-]\\d\\d:\\d\\d)'])
const place = element('loc', address)

/** The sitemap protocol (sitemaps.org 0.9) with the pictures and the news of Google's extensions. */
export const mapGrammar = grammar({
  namespaces: {
    '': 'http://www.sitemaps.org/schemas/sitemap/0.9',
    image: 'http://www.google.com/schemas/sitemap-image/1.1',
    news: 'http://www.google.com/schemas/sitemap-news/0.9',
  },
  start: choice(
    element('sitemapindex', many(element('sitemap', place, optional(element('lastmod', moment))))),
    element(
      'urlset',
      many(
        element(
          'url',
          place,
          optional(element('lastmod', moment)),
          optional(
            element(
              'news:news',
              element('news:publication', element('news:name', text), element('news:language', text)),
              element('news:publication_date', moment),
              element('news:title', data('string', ['minLength', '1'])),
            ),
          ),
          optional(some(element('image:image', element('image:loc', address)))),
        ),
      ),
    ),
  ),
  define: {},
})
