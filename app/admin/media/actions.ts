'use server'

import { z } from 'zod'
import { fill } from '@/components/desk/fill'
import type {
  Annotated,
  AnnotatedMany,
  LibraryPage,
  LibraryQuery,
  PictureUses,
  Removed,
  TakenIn,
} from '@/components/desk/media/shown-picture'
import { env } from '@/env'
import { encodePath } from '@/newsroom/address'
import { annotatePicture, removePicture } from '@/newsroom/annotate-picture'
import type { PictureNotes } from '@/newsroom/library-picture'
import { endOfDay, exactTime } from '@/newsroom/moment'
import { hashOf } from '@/newsroom/picture-address'
import { authorise, may } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import type { Staff } from '@/newsroom/staff'
import { StalePicture } from '@/newsroom/stale-write'
import { changePicture, findPicture, listPictures } from '@/store/media'
import { listUsers } from '@/store/picture-uses'
import { newsroom } from '../newsroom'
import { sentenceFor } from '../refuse'
import { findSignedIn } from '../session'
import { fetchPicture } from './fetch-picture'
import { removeFiles } from './remove-files'
import { showPicture } from './show-picture'

const id = z.number().int().positive()
const known = z.object({ id, version: z.number().int().positive() })
const words = z.string().max(5000)
const day = z.union([z.literal('').transform(() => null), z.iso.date()])
const notes = z.object({
  alt: words,
  decorative: z.boolean(),
  caption: words,
  credit: words,
  licence: words,
  licenceEnd: day,
  focus: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
})
const someNotes = z.object({ credit: words.optional(), licence: words.optional(), licenceEnd: day.optional() })
const query = z.object({ words: z.string().max(200), after: id.nullable() })

type GivenNotes = z.input<typeof notes>

/** Saves what is said of a picture; readers see it wherever the picture stands. */
export async function savePicture(which: { id: number; version: number }, given: GivenNotes): Promise<Annotated> {
  const by = await findSignedIn()
  const { language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  return annotate(known.parse(which), toNotes(notes.parse(given)), { by, language, done: words.saved })
}

/** Says the same of many pictures; of each either all that is given or nothing. What is refused of some does not hold up the others. */
export async function savePictures(
  which: { id: number; version: number }[],
  given: z.input<typeof someNotes>,
): Promise<AnnotatedMany> {
  const by = await findSignedIn()
  const { language, words } = await newsroom()
  if (!by) return { outcome: 'refused', pictures: [], sentence: words.signedOut }
  const wanted = z.array(known).max(200).parse(which)
  const said = toNotes(someNotes.parse(given))
  const answers: Annotated[] = []
  for (const one of wanted) answers.push(await annotate(one, said, { by, language, done: words.saved }))
  const saved = answers.flatMap((one) => (one.outcome === 'saved' ? [one.picture] : []))
  const [refused] = answers.filter((one) => one.outcome !== 'saved')
  const count = { done: saved.length, all: wanted.length }
  return {
    outcome: refused ? 'refused' : 'done',
    pictures: saved,
    sentence: refused
      ? `${fill(words.media.someSaved, count)}${refused.sentence}`
      : fill(words.media.manySaved, { count: saved.length }),
  }
}

/** Takes a picture that nobody uses out of the library. */
export async function removeFromLibrary(which: { id: number; version: number }): Promise<Removed> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { id, version } = known.parse(which)
  try {
    const removed = await changePicture(db, id, { seenVersion: version, zone: env.zone }, (picture, uses) =>
      removePicture(picture, uses, { by, at: new Date() }),
    )
    void removeFiles(db, removed)
    return { outcome: 'done', sentence: words.media.removed }
  } catch (error) {
    return { outcome: 'refused', sentence: sayWhy(error, language) }
  }
}

/** Where a picture is used, as far as somebody may see it. */
export async function readUses(picture: number): Promise<PictureUses> {
  const by = await findSignedIn()
  const { db, words } = await newsroom()
  const found = by && may(by, 'read-desk') ? await findPicture(db, id.parse(picture)) : null
  if (!by || !found) return { uses: [], hidden: 0 }
  const users = await listUsers(db, hashOf(found.sha256))
  const uses = users.flatMap(({ articleId, headline, published, ...article }) => {
    const { status } = article
    if (may(by, 'read-desk', article))
      return [{ path: `/admin/articles/${articleId}`, headline: headline || words.queue.untitled, status }]
    return published ? [{ path: encodePath(published.path), headline: published.headline, status }] : []
  })
  return { uses, hidden: users.length - uses.length }
}

/** A page of the library, for choosing from it. */
export async function searchPictures(asked: LibraryQuery): Promise<LibraryPage | { sentence: string }> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { sentence: words.signedOut }
  try {
    authorise(by, 'read-desk')
    const { words: sought, after } = query.parse(asked)
    const now = new Date()
    const { pictures, more } = await listPictures(db, {
      sought: { filter: 'all', words: sought, at: now },
      after,
      limit: 24,
    })
    return { pictures: pictures.map((picture) => showPicture(picture, { staff: by, now, language })), more }
  } catch (error) {
    return { sentence: sentenceFor(error, language) }
  }
}

/** Brings the picture at an address home, into the library. */
export async function takeFromAddress(address: string): Promise<TakenIn> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  try {
    const picture = await fetchPicture(db, z.string().trim().max(4000).parse(address), by)
    return { outcome: 'taken', picture: showPicture(picture, { staff: by, now: new Date(), language }) }
  } catch (error) {
    return { outcome: 'refused', sentence: sentenceFor(error, language) }
  }
}

async function annotate(
  { id, version }: { id: number; version: number },
  said: Partial<PictureNotes>,
  { by, language, done }: { by: Staff; language: string; done: string },
): Promise<Annotated> {
  const { db } = await newsroom()
  const now = new Date()
  try {
    const picture = await changePicture(db, id, { seenVersion: version, zone: env.zone }, (before) =>
      annotatePicture(before, said, { by, at: now }),
    )
    return { outcome: 'saved', picture: showPicture(picture, { staff: by, now, language }), sentence: done }
  } catch (error) {
    const sentence = sayWhy(error, language)
    if (!(error instanceof StalePicture)) return { outcome: 'refused', sentence }
    return { outcome: 'stale', picture: showPicture(error.theirs, { staff: by, now, language }), sentence }
  }
}

/** A licence that ends on a day is good for all of it. */
function toNotes<Given extends { licenceEnd?: string | null | undefined }>({ licenceEnd, ...rest }: Given) {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Omit<
    Given,
    'licenceEnd'
  >
  return licenceEnd === undefined
    ? given
    : { ...given, licenceEnd: licenceEnd === null ? null : endOfDay(licenceEnd, env.zone) }
}

function sayWhy(error: unknown, language: string): string {
  if (!(error instanceof StalePicture)) return sentenceFor(error, language)
  const at = exactTime(error.theirs.updatedAt, env.zone, language)
  return sentenceFor(new Refusal('picture-stale', { by: error.theirs.updatedBy?.name ?? '—', at }), language)
}
