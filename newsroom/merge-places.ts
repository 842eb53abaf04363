import { sliceBody } from './body-blocks'
import type { BodyFormat } from './copy'
import type { CopyFields } from './copy-fields'
import { type BodyPart, joinTexts } from './merge-body'
import { isSame, mergeBodyParts, mergeFields, type Sides } from './merge-fields'

type Value = string | boolean
type Values = { base: Value; theirs: Value; mine: Value }

/** A place of an article that two people have in hand: a field, or a run of the body's paragraphs. `key` names it while neither writes on. */
export type MergePlace = { key: string; field: keyof CopyFields } & (
  | ({ is: 'conflict' } & Values)
  /** Put together already: what one of them did, both alike, or both of it. */
  | ({ is: 'theirs' | 'mine' | 'alike' | 'both'; result: Value } & Values)
  /** Paragraphs that nobody touched. */
  | { is: 'same'; result: string; count: number }
)

export type ConflictPlace = Extract<MergePlace, { is: 'conflict' }>

/**
 * What two people made of one article, place by place: fields first, then the body from its top. Fields that nobody changed are no places. What
 * merges by itself is what `mergeFields` says.
 */
export function mergePlaces({ base, theirs, mine }: Sides): MergePlace[] {
  const merge = mergeFields({ base, theirs, mine })
  const fields = (Object.keys(base) as (keyof CopyFields)[]).filter(
    (field) => field !== 'body' && field !== 'bodyFormat',
  )
  return [...fields.flatMap(placeOf), ...bodyPlaces()]

  function placeOf(field: keyof CopyFields): MergePlace[] {
    const sides = { base: base[field], theirs: theirs[field], mine: mine[field] }
    const [isTheirs, isMine] = [!isSame(sides.base, sides.theirs), !isSame(sides.base, sides.mine)]
    if (merge.conflicts.includes(field)) return [{ key: field, field, is: 'conflict', ...sides }]
    if (!isTheirs && !isMine) return []
    const is = isSame(sides.theirs, sides.mine) ? 'alike' : isTheirs && isMine ? 'both' : isTheirs ? 'theirs' : 'mine'
    return [{ key: field, field, is, ...sides, result: merge.copy[field] }]
  }

  function bodyPlaces(): MergePlace[] {
    const parts = mergeBodyParts({ base, theirs, mine })
    if (parts.every(({ is }) => is === 'same')) return []
    return parts.map((part, index) => toPlace(part, `body ${index}`, mine.bodyFormat))
  }
}

/** The copy that the places make when `choose` says what stands where both changed the same; what is no place is mine. */
export function copyOfPlaces(
  places: readonly MergePlace[],
  { theirs, mine }: Pick<Sides, 'theirs' | 'mine'>,
  choose: (place: ConflictPlace) => Value,
): CopyFields {
  const standing = (place: MergePlace) => (place.is === 'conflict' ? choose(place) : place.result)
  const ofBody = places.filter(({ field }) => field === 'body')
  const fields = places.filter(({ field }) => field !== 'body')
  const bodyFormat = formatOf()
  return {
    ...mine,
    ...Object.fromEntries(fields.map((place) => [place.field, standing(place)])),
    ...(ofBody.length > 0 && {
      body: joinTexts(
        ofBody.map((place) => String(standing(place))),
        bodyFormat,
      ),
      bodyFormat,
    }),
  }

  /** Bodies that are read in two ways are one place. */
  function formatOf(): BodyFormat {
    const [place] = ofBody
    if (!place || theirs.bodyFormat === mine.bodyFormat) return mine.bodyFormat
    if (place.is !== 'conflict') return place.is === 'theirs' ? theirs.bodyFormat : mine.bodyFormat
    const chosen = choose(place)
    if (chosen === place.mine) return mine.bodyFormat
    return chosen === place.theirs ? theirs.bodyFormat : formatOfBoth({ theirs, mine })
  }
}

/** How a body is read that something of two stands in: where they are read in two ways as Markdown, in which HTML may stand. */
export function formatOfBoth({ theirs, mine }: Pick<Sides, 'theirs' | 'mine'>): BodyFormat {
  return theirs.bodyFormat === mine.bodyFormat ? mine.bodyFormat : 'markdown'
}

function toPlace(part: BodyPart, key: string, format: BodyFormat): MergePlace {
  const place = { key, field: 'body' as const }
  if (part.is === 'same') return { ...place, is: 'same', result: part.text, count: sliceBody(part.text, format).length }
  if (part.is === 'conflict') return { ...place, ...part }
  const { is, base, text } = part
  return {
    ...place,
    is,
    base,
    theirs: is === 'mine' ? base : text,
    mine: is === 'theirs' ? base : text,
    result: text,
  }
}
