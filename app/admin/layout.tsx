import './desk.css'
import './editor.css'
import './conflict.css'
import './versions.css'
import './media.css'
import './related.css'
import './search.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { newsroom } from './newsroom'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, words } = await newsroom()
  return { title: `${words.room} - ${siteName}`, robots: { index: false }, icons: '/favicon.svg' }
}

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { language } = await newsroom()
  return (
    <html lang={language === 'zh-CN' ? 'zh-Hans-CN' : language}>
      <body>{children}</body>
    </html>
  )
}
