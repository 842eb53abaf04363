import type { ReactNode } from 'react'
import { PreviewDocument } from '@/app/(preview)/preview-document'

export const dynamic = 'force-dynamic'

export default function DeskPreviewLayout({ children }: { children: ReactNode }) {
  return <PreviewDocument>{children}</PreviewDocument>
}
