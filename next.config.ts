import type { NextConfig } from 'next'

const files = 'jpg|jpeg|png|gif|webp|avif|svg|ico|pdf|css|js|woff2?|mp3|mp4|zip'

const config: NextConfig = {
  // The whole head is in the document for every reader, not only for machines: otherwise Next streams titles into the body.
  htmlLimitedBots: /.*/,
  // `/emnews/` and `/emnews` may be two addresses of an old site.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // The server compresses; readers' addresses hold no state that a link could prefetch.
  serverExternalPackages: ['@libsql/client', 'libsql', '@prisma/adapter-libsql', '@node-rs/argon2'],
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  devIndicators: false,
  // Files of an imported site answer at their own addresses, after everything of ours that has a name.
  rewrites: async () => ({ beforeFiles: [], afterFiles: [{ source: `/:path((?!_next/|api/|admin/).+\\.(?:${files}))`, destination: '/api/file/:path' }], fallback: [] }),
}

export default config
