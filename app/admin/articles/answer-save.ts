import { z } from 'zod'
import type { SaveState } from '@/components/desk/form-state'
import { env } from '@/env'
import { encodePath, newAddress } from '@/newsroom/address'
import type { Act, Article } from '@/newsroom/article'
import { autosave } from '@/newsroom/autosave'
import type { Copy } from '@/newsroom/copy'
import { toFields } from '@/newsroom/copy-fields'
import { type Library, noLibrary } from '@/newsroom/library-picture'
import { mergeFields } from '@/newsroom/merge-fields'
import { clockTime, exactTime } from '@/newsroom/moment'
import { authorise } from '@/newsroom/policy'
import { publish } from '@/newsroom/publish'
import { Refusal, type RefusalReason } from '@/newsroom/refusal'
import { save } from '@/newsroom/save'
import { spike } from '@/newsroom/spike'
import { StaleWrite } from '@/newsroom/stale-write'
import { write } from '@/newsroom/write'
import { refuseTakenAddress } from '@/store/addresses'
import { changeArticle, createArticle, findArticle } from '@/store/articles'
import { setAside } from '@/store/asides'
import type { Database } from '@/store/database'
import { findLibrary } from '@/store/find-library'
import { findSaved, findVersion } from '@/store/history'
import { sentenceFor } from '../refuse'
import { articleId, readCopy } from './copy-form'
import { saveName } from './save-name'

const target = z.object({
  id: articleId,
  version: z.coerce.number().int().nonnegative(),
  act: z.enum(['autosave', 'save', 'publish', 'spike']).default('save'),
  /** The browser's name for the save: asked for twice, it is done once. */
  key: saveName.optional(),
  /** Names the copy that is set aside when somebody else was first. */
  asideKey: saveName.optional(),
  /** Two people's changes were put together. */
  merge: z.literal('on').optional(),
})
type Target = z.infer<typeof target>

export type Saving = { db: Database; language: string; act: Act }

/**
 * Saves an article, and publishes or spikes it when asked to. Whatever is refused, nothing of it is written; copy that was written on an older
 * version and cannot simply be put together with the newest is set aside.
 */
export async function answerSave(data: FormData, { db, language, act }: Saving): Promise<SaveState> {
  const wish = target.parse(Object.fromEntries(data))
  try {
    const known = await findDone(wish)
    if (known) return known
    const before = wish.id === null ? null : await findArticle(db, wish.id)
    if (wish.id !== null && !before) throw new Refusal('gone')
    // Before any version is compared: a save that comes too late is answered with the newest text.
    if (before) authorise(act.by, 'revise', before)
    const copy = readCopy(data, before?.copy ?? null)
    if (copy.category === '') throw new Refusal('category-missing')
    const library = wish.act === 'publish' ? await findLibrary(db, copy) : noLibrary
    try {
      const article = before
        ? await change(before, wish, (article) => done(written(article, copy, wish, act), { wish, act, library }))
        : await begin(copy, library)
      return stateAfter(article, wish.act)
    } catch (error) {
      // The same save may have come twice at once, and the other have been first.
      const known = await findDone(wish)
      if (known) return known
      if (error instanceof StaleWrite) return await staleAnswer(error, copy)
      throw error
    }
  } catch (error) {
    return {
      outcome: 'refused',
      sentence: sentenceFor(error, language),
      ...(error instanceof Refusal && { field: fieldOf[error.reason] }),
    }
  }

  /** What came of the same save when it was asked for before. */
  async function findDone({ key }: Target): Promise<SaveState | null> {
    const saved = key === undefined ? null : await findSaved(db, key)
    const article = saved && (await findArticle(db, saved.articleId))
    if (!article) return null
    authorise(act.by, 'read-desk', article)
    return stateAfter(
      { ...article, version: saved.version },
      article.publishedVersion === saved.version ? 'publish' : 'save',
    )
  }

  async function change(before: Article, { version, key, merge }: Target, rule: (article: Article) => Article) {
    return changeArticle(db, before.id, { seenVersion: version, zone: env.zone, key, how: merge && 'merge' }, rule)
  }

  /** What would be refused is refused before anything is stored: a second try then makes no second article. */
  async function begin(copy: Copy, library: Library): Promise<Article> {
    const fresh = { ...write(copy, act), id: 0 }
    if (isPlain(wish)) return createArticle(db, fresh, wish)
    done(fresh, { wish, act, library })
    if (wish.act === 'publish' && copy.slug !== null)
      await refuseTakenAddress(db, newAddress({ ...copy, id: 0, publishedAt: act.at }, env.zone))
    const created = (await findBegun()) ?? (await createArticle(db, fresh, { key: wish.key && begun(wish.key) }))
    return change(created, { ...wish, version: created.version }, (article) => done(article, { wish, act, library }))
  }

  /** The article that the same save had made when it was cut off before it came to the act. */
  async function findBegun(): Promise<Article | null> {
    const saved = wish.key === undefined ? null : await findSaved(db, begun(wish.key))
    return saved && findArticle(db, saved.articleId)
  }

  async function staleAnswer({ theirs }: StaleWrite, copy: Copy): Promise<SaveState> {
    const base = await findVersion(db, theirs.id, wish.version)
    if (wish.asideKey && !(base && mergesByItself(base, theirs.copy, copy)))
      await setAside(db, { key: wish.asideKey, articleId: theirs.id, seenVersion: wish.version, ...act, copy })
    return staleState(theirs, language)
  }
}

function mergesByItself(base: Copy, theirs: Copy, mine: Copy): boolean {
  const sides = { base: toFields(base), theirs: toFields(theirs), mine: toFields(mine) }
  return mergeFields(sides).conflicts.length === 0
}

function begun(key: string): string {
  return `${key}.begun`
}

function isPlain({ act }: Pick<Target, 'act'>): boolean {
  return act === 'save' || act === 'autosave'
}

function written(article: Article, copy: Copy, { act: wish }: Target, act: Act): Article {
  return wish === 'autosave' ? autosave(article, copy, act) : save(article, copy, act)
}

function done(article: Article, { wish, act, library }: { wish: Target; act: Act; library: Library }): Article {
  if (wish.act === 'publish') return publish(article, act, library)
  return wish.act === 'spike' ? spike(article, act) : article
}

function stateAfter(article: Article, wish: Target['act']): SaveState {
  const { id, version, status } = article
  const standing = { id, version, status, at: clockTime(article.updatedAt, env.zone) }
  if (wish === 'publish' && article.path)
    return { outcome: 'published', ...standing, address: `${env.siteUrl}${encodePath(article.path)}` }
  return { outcome: 'saved', ...standing }
}

/** Somebody's newer version, as the form is told of it. */
export function staleState(theirs: Article, language: string): Extract<SaveState, { outcome: 'stale' }> {
  return {
    outcome: 'stale',
    sentence: staleSentence(theirs, language),
    by: theirs.updatedBy?.name ?? '—',
    theirs: toFields(theirs.copy),
    theirVersion: theirs.version,
  }
}

export function staleSentence({ updatedAt, updatedBy }: Article, language: string): string {
  const at = exactTime(updatedAt, env.zone, language)
  return sentenceFor(new Refusal('stale', { by: updatedBy?.name ?? '—', at }), language)
}

/** Where a refusal points in the form. */
const fieldOf: Partial<
  Record<RefusalReason, 'headline' | 'body' | 'category' | 'slug' | 'tags' | 'sourceAddress' | 'pictureAlt'>
> = {
  'headline-missing': 'headline',
  'headline-long': 'headline',
  'body-missing': 'body',
  'body-large': 'body',
  'body-deep': 'body',
  'category-missing': 'category',
  'category-unknown': 'category',
  'slug-shape': 'slug',
  'address-taken': 'slug',
  'address-shape': 'sourceAddress',
  'tag-count': 'tags',
  'picture-alt-missing': 'pictureAlt',
}
