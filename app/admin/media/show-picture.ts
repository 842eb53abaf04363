import type { ShownPicture } from '@/components/desk/media/shown-picture'
import { fill } from '@/components/desk/fill'
import { env } from '@/env'
import { deskWords } from '@/messages/words'
import { endsSoonBefore } from '@/newsroom/library-filter'
import { isLicenceOver, type LibraryPicture, pictureName } from '@/newsroom/library-picture'
import { isoDay, workTime } from '@/newsroom/moment'
import { hashOf, renditionAddress, renditionsOf } from '@/newsroom/picture-address'
import { mayWithPicture } from '@/newsroom/policy'
import type { Staff } from '@/newsroom/staff'

/** A picture as the desk shows it to somebody. */
export function showPicture(
  picture: LibraryPicture,
  { staff, now, language }: { staff: Staff; now: Date; language: string },
): ShownPicture {
  const { id, version, address, fileName, width, height, alt, decorative, caption, credit, licence, focus, foundAt } =
    picture
  const words = deskWords(language).media
  const { licenceEnd } = picture
  return {
    id,
    version,
    address,
    thumbnail: thumbnailOf(picture),
    name: pictureName(picture),
    fileName,
    measures: fill(words.measures, { width, height, size: sizeInWords(picture.size) }),
    width,
    height,
    alt,
    decorative,
    caption,
    credit,
    licence,
    // The licence ends with the day that the field names.
    licenceEnd: licenceEnd ? isoDay(new Date(licenceEnd.getTime() - 1), env.zone) : '',
    licenceState: isLicenceOver(picture, now)
      ? 'over'
      : licenceEnd && licenceEnd < endsSoonBefore(now)
        ? 'ending'
        : 'open',
    focus,
    foundAt,
    added: fill(words.added, {
      by: picture.addedBy?.name ?? '—',
      at: workTime(picture.addedAt, { now, zone: env.zone, language }),
    }),
    mayChange: mayWithPicture(staff, 'change-picture', picture),
  }
}

function thumbnailOf({ sha256, address }: LibraryPicture): string {
  const renditions = renditionsOf(address)
  const width = renditions?.widths.find((one) => one >= 400) ?? renditions?.size.width
  return width === undefined ? address : renditionAddress({ hash: hashOf(sha256), width, format: 'webp' })
}

function sizeInWords(bytes: number): string {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
