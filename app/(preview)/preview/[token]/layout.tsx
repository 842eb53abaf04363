import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import PortalLayout, { metadata as readersMetadata, viewport as readersViewport } from '@/app/(portal)/layout'
import { PreviewDocument } from '@/app/(preview)/preview-document'
import { findShown } from './find-shown'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = readersMetadata
export const viewport: Viewport = readersViewport

/** What the link of somebody shows stands for itself; whatever else is asked for here is a page of the newspaper like any other. */
export default async function SharedLayout({
  params,
  children,
}: {
  params: Promise<{ token: string }>
  children: ReactNode
}) {
  const shown = await findShown((await params).token)
  return shown ? <PreviewDocument>{children}</PreviewDocument> : <PortalLayout>{children}</PortalLayout>
}
