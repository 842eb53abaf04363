import { readSite } from '@/portal/read-site'

export const dynamic = 'force-dynamic'

/** What a reader's device calls the newspaper when it is put beside other applications (W3C Web Application Manifest). */
export async function GET(): Promise<Response> {
  const { site } = await readSite()
  const manifest = {
    id: '/',
    name: site.name,
    short_name: site.name,
    description: site.description || undefined,
    lang: site.language,
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#faf7f0',
    theme_color: '#faf7f0',
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    ],
  }
  return Response.json(manifest, { headers: { 'content-type': 'application/manifest+json; charset=utf-8' } })
}
