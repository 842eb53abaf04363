import './reader.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { newspaper } from './newspaper'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { icons: '/favicon.svg' }

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f0' },
    { media: '(prefers-color-scheme: dark)', color: '#161511' },
  ],
}

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { site, words } = await newspaper()
  return (
    <html lang={site.language === 'zh-CN' ? 'zh-Hans-CN' : site.language}>
      <head>
        {/* Before anything is painted, so that a reader's own theme and size are there from the start. */}
        <script src="/reader.js" />
      </head>
      <body data-just-now={words.justNow} data-minutes-ago={words.minutesAgo} data-hours-ago={words.hoursAgo}>
        {children}
      </body>
    </html>
  )
}
