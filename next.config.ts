import type { NextConfig } from 'next'

const files = 'jpg|jpeg|png|gif|webp|avif|svg|ico|pdf|css|js|woff2?|mp3|mp4|zip'

/** As `newsroom/security.ts` writes it. */
const security = '(?:sh|sz|bj|hk|us)\\.[A-Za-z0-9.]{1,12}'

const config: NextConfig = {
  // The whole head is in the document for every reader, not only for machines: otherwise Next streams titles into the body.
  htmlLimitedBots: /.*/,
  // `/emnews/` and `/emnews` may be two addresses of an old site.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // A picture that a page wants first is named in the document, where the press keeps it, and not in a header.
  reactMaxHeadersLength: 0,
  // Native parts stay where npm put them.
  serverExternalPackages: [
    '@libsql/client',
    'libsql',
    '@prisma/adapter-libsql',
    '@prisma/adapter-pg',
    'pg',
    '@node-rs/argon2',
    'sharp',
    'exifreader',
  ],
  experimental: {
    serverActions: { bodySizeLimit: '3mb' },
    // What Next works out for its own router to guess with, nobody here reads: documents go out without it. It was a millisecond of each.
    varyParams: false,
    optimisticRouting: false,
    prefetchInlining: false,
  },
  devIndicators: false,
  // `npm test` checks types; a portal installed without the tools for tests could not.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/speculation.json', headers: [{ key: 'content-type', value: 'application/speculationrules+json' }] },
  ],
  // Pictures of ours have a place of their own, at an address that no old site gave (`newsroom/picture-address.ts`); files of an imported
  // site answer at their own addresses, after everything of ours that has a name; and every article at its own as Markdown too.
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [
      // A company's code may be the ending of a file.
      { source: `/security/:key(${security})`, destination: '/security/:key' },
      { source: '/media/:hash([0-9a-f]{20})/:file([0-9x]+\\.[a-z]+)', destination: '/api/media/:hash/:file' },
      { source: `/:path((?!_next/|api/|admin/).+\\.(?:${files}))`, destination: '/api/file/:path' },
      {
        source: '/partner/:secret([\\w-]{43})/feed.:format(atom|rss|json)',
        destination: '/api/partner/:secret/:format',
      },
      { source: '/:key([0-9a-f]{32})\\.txt', destination: '/api/index-now/:key' },
      { source: '/:path((?!_next/|api/|admin/).+\\.md)', destination: '/api/markdown/:path' },
    ],
    fallback: [],
  }),
}

export default config
