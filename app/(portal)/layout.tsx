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
  const { site } = await newspaper()
  return (
    <html lang={site.language === 'zh-CN' ? 'zh-Hans-CN' : site.language}>
      <body>{children}</body>
    </html>
  )
}
