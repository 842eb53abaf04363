import type { Act, Article } from './article'
import type { Copy } from './copy'
import { refuseUnfitCopy } from './copy-limits'
import { authorise } from './policy'

/** A new article, not yet stored: the store gives it its number. */
export type NewArticle = Omit<Article, 'id'>

/** Begins an article. It is a draft, and its writer's. Throws a Refusal for copy that does not fit. */
export function write(copy: Copy, { by, at }: Act): NewArticle {
  authorise(by, 'write')
  refuseUnfitCopy(copy)
  return {
    version: 1,
    autosaved: false,
    status: 'draft',
    copy,
    publishedVersion: null,
    publishedAt: null,
    createdAt: at,
    updatedAt: at,
    createdBy: by,
    updatedBy: by,
    path: null,
    kill: null,
    corrections: [],
  }
}
