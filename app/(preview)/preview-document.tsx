import '../(portal)/reader.css'
import type { ReactNode } from 'react'
import { newspaper } from '../(portal)/newspaper'

export const dynamic = 'force-dynamic'

export default async function PreviewLayout({ children }: { children: ReactNode }) {
  const { site } = await newspaper()
  return (
    <html lang={site.language === 'zh-CN' ? 'zh-Hans-CN' : site.language}>
      <body>{children}</body>
    </html>
  )
}
