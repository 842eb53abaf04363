import '../(portal)/reader.css'
import type { ReactNode } from 'react'
import { newspaper } from '../(portal)/newspaper'

/**
 * The document around a text that is not published: a reader's page without anything that runs. What `/reader.js` does, to copy and to pass on
 * an address and to count newer news, is for what is public.
 */
export async function PreviewDocument({ children }: { children: ReactNode }) {
  const { site } = await newspaper()
  return (
    <html lang={site.language === 'zh-CN' ? 'zh-Hans-CN' : site.language}>
      <body>{children}</body>
    </html>
  )
}
