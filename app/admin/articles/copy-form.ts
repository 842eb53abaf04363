import { z } from 'zod'
import type { Copy, Picture } from '@/newsroom/copy'
import type { CopyFields } from '@/newsroom/copy-fields'
import { tagsIn } from '@/newsroom/merge-fields'

const line = z.string().transform((text) => text.replace(/\s*\n\s*/g, ' ').trim())
const optional = line.transform((text) => (text === '' ? null : text))

/** The form's article; null for one that is still to be written. */
export const articleId = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()])

/** The editor's form, as the browser sends it. */
const form = z.object({
  kind: z.enum(['story', 'flash']),
  headline: line,
  kicker: optional,
  standfirst: optional,
  // A form sends line ends as CRLF; a body keeps its own.
  body: z.string().transform((text) => text.replace(/\r\n/g, '\n')),
  bodyFormat: z.enum(['markdown', 'html']).optional(),
  category: line,
  tags: line,
  sourceName: optional,
  sourceAddress: optional,
  byline: optional,
  editor: optional,
  urgent: z.literal('on').optional(),
  slug: optional,
  pictureAddress: optional,
  pictureAlt: line,
  pictureCaption: optional,
  pictureCredit: optional,
})

/** Copy of the form's fields, as they would be read if somebody sent them. */
export function copyOfFields(fields: CopyFields, before: Copy): Copy {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') data.set(name, value)
    else if (value) data.set(name, 'on')
  }
  return readCopy(data, before)
}

/** Reads copy from the form. What the form does not show, the size of a picture, stays as it was, and so does how the
 * body is read where an older page of the desk does not say it. */
export function readCopy(data: FormData, before: Copy | null): Copy {
  const {
    sourceName,
    sourceAddress,
    pictureAddress,
    pictureAlt,
    pictureCaption,
    pictureCredit,
    urgent,
    tags,
    bodyFormat = before?.bodyFormat ?? 'markdown',
    ...rest
  } = form.parse(Object.fromEntries(data))
  const picture: Picture | null =
    pictureAddress === null
      ? null
      : {
          address: pictureAddress,
          alt: pictureAlt,
          caption: pictureCaption,
          credit: pictureCredit,
          ...(before?.picture?.address === pictureAddress
            ? { width: before.picture.width, height: before.picture.height }
            : { width: null, height: null }),
        }
  return {
    ...rest,
    bodyFormat,
    tags: tagsIn(tags),
    source: sourceName === null && sourceAddress === null ? null : { name: sourceName, address: sourceAddress },
    urgent: urgent !== undefined,
    picture,
  }
}
