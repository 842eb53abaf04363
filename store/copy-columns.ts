import { z } from 'zod'
import type { Picture } from '@/newsroom/copy'
import type { ReadersPicture } from '@/newsroom/published-article'

/** How the parts of a copy are read from where they are kept, in a row or in the history. */
export const picture = z.object({
  address: z.string(),
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
}) satisfies z.ZodType<Picture>
/** The same with what a reader's page knows besides. */
export const readersPicture = picture.extend({
  focus: z.object({ x: z.number(), y: z.number() }).optional(),
}) satisfies z.ZodType<ReadersPicture>
export const kind = z.enum(['story', 'flash'])
export const bodyFormat = z.enum(['markdown', 'html'])
export const tags = z.array(z.string())
