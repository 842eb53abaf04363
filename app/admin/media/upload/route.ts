import type { TakenIn } from '@/components/desk/media/shown-picture'
import { readUpload } from '@/media/read-upload'
import { Refusal } from '@/newsroom/refusal'
import { newsroom } from '../../newsroom'
import { sentenceFor } from '../../refuse'
import { isSameOrigin } from '../../same-origin'
import { findSignedIn } from '../../session'
import { showPicture } from '../show-picture'
import { takeIn } from '../take-in'

export const dynamic = 'force-dynamic'

/** Takes one file into the library: its bytes are the body, its name a header, percent-encoded. Read only once it is known that it may come. */
export async function POST(request: Request): Promise<Response> {
  const { db, language, words } = await newsroom()
  if (!isSameOrigin(request)) return answer({ outcome: 'refused', sentence: words.media.foreignPage }, 403)
  const staff = await findSignedIn()
  if (!staff) return answer({ outcome: 'refused', sentence: words.signedOut }, 401)
  try {
    const read = () => readUpload(request.body, request.headers.get('content-length'))
    const { picture, wasThere } = await takeIn(db, read, { fileName: nameOf(request), foundAt: null, by: staff })
    const shown = showPicture(picture, { staff, now: new Date(), language })
    return answer({ outcome: wasThere ? 'known' : 'taken', picture: shown }, 200)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const isFinal = inTheFile.has(error.reason)
    return answer(
      { outcome: 'refused', sentence: sentenceFor(error, language), isFinal },
      statuses[error.reason] ?? 422,
    )
  }
}

/** What is wrong with the file itself: it would be refused again. */
const inTheFile = new Set<Refusal['reason']>([
  'picture-empty',
  'picture-type',
  'picture-large',
  'picture-pixels',
  'picture-broken',
])

const statuses: Partial<Record<Refusal['reason'], number>> = {
  'not-yours': 403,
  'picture-busy': 503,
  'picture-large': 413,
  'picture-type': 415,
}

function answer(body: TakenIn, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

function nameOf({ headers }: Request): string {
  const name = headers.get('x-file-name') ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
