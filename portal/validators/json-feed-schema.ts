import { z } from 'zod'

const address = z.url({ protocol: /^https?$/ })
const moment = z.iso.datetime({ offset: true })
const people = z.array(z.strictObject({ name: z.string() }))

/** JSON Feed 1.1, as jsonfeed.org has it, of what we write: nothing it does not name, and each item a text in one form. */
export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: address,
  feed_url: address,
  description: z.string().optional(),
  next_url: address.optional(),
  language: z.string(),
  items: z.array(
    z
      .strictObject({
        id: z.string().min(1),
        url: address,
        external_url: address.optional(),
        title: z.string(),
        content_html: z.string().optional(),
        content_text: z.string().optional(),
        summary: z.string(),
        image: address.optional(),
        date_published: moment,
        date_modified: moment,
        authors: people.min(1),
        tags: z.array(z.string()),
        attachments: z
          .array(z.strictObject({ url: address, mime_type: z.string().regex(/.\/./), title: z.string().optional() }))
          .optional(),
      })
      .refine((item) => item.content_html !== undefined || item.content_text !== undefined),
  ),
})
