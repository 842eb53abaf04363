import { z } from 'zod'
import type { CopyFields } from '@/components/desk/form-state'
import type { BodyFormat, Copy, Picture } from '@/newsroom/copy'

const line = z.string().transform((text) => text.replace(/\s*\n\s*/g, ' ').trim())
const optional = line.transform((text) => (text === '' ? null : text))

/** The editor's form, as the browser sends it. */
const form = z.object({
  kind: z.enum(['story', 'flash']),
  headline: line,
  kicker: optional,
  standfirst: optional,
  // A form sends line ends as CRLF; a body keeps its own.
  body: z.string().transform((text) => text.replace(/\r\n/g, '\n')),
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

/** Reads copy from the form. What the form does not show, the size of a picture and how the body is read, stays as it was. */
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
    bodyFormat: formatOf(rest.body, before),
    tags: [
      ...new Set(
        tags
          .split(/[,，、;；]/)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ],
    source: sourceName === null && sourceAddress === null ? null : { name: sourceName, address: sourceAddress },
    urgent: urgent !== undefined,
    picture,
  }
}

/** Copy as the form shows it. */
export function toFields(copy: Copy): CopyFields {
  return {
    kind: copy.kind,
    headline: copy.headline,
    kicker: copy.kicker ?? '',
    standfirst: copy.standfirst ?? '',
    body: copy.body,
    category: copy.category,
    tags: copy.tags.join('、'),
    sourceName: copy.source?.name ?? '',
    sourceAddress: copy.source?.address ?? '',
    byline: copy.byline ?? '',
    editor: copy.editor ?? '',
    urgent: copy.urgent,
    slug: copy.slug ?? '',
    pictureAddress: copy.picture?.address ?? '',
    pictureAlt: copy.picture?.alt ?? '',
    pictureCaption: copy.picture?.caption ?? '',
    pictureCredit: copy.picture?.credit ?? '',
  }
}

/** Wire HTML stays HTML for as long as it looks like it, which some did not at its beginning; what is written here is Markdown. */
function formatOf(body: string, before: Copy | null): BodyFormat {
  if (before?.bodyFormat !== 'html') return 'markdown'
  const looksLikeHtml = /^\s*</.test(before.body) ? /^\s*</ : /<\/?[a-z!]/i
  return looksLikeHtml.test(body) ? 'html' : 'markdown'
}
