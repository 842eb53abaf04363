'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { authorise } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import { createCategory, saveCategory } from '@/store/categories'
import { newsroom } from '../newsroom'
import { answering } from '../refuse'
import { findSignedIn } from '../session'

const added = z.object({ name: z.string().trim().max(100), slug: z.string().trim().max(80) })
const changed = added.extend({
  description: z.string().trim().max(600),
  rank: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(0).max(9999)]),
})

/** Adds a category; its slug is part of addresses from then on. */
export async function addCategory(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { name, slug } = added.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-categories')
    if (name === '') throw new Refusal('category-name-missing')
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || reserved.has(slug)) throw new Refusal('category-slug-shape', { slug })
    await createCategory(db, { name, slug, at: new Date() })
    refresh()
    return { sentence: words.saved }
  })
}

/** Changes a category's name, description or rank. */
export async function changeCategory(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { slug, ...category } = changed.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-categories')
    if (category.name === '') throw new Refusal('category-name-missing')
    await saveCategory(db, slug, { ...category, at: new Date() })
    refresh()
    return { sentence: words.saved }
  })
}

/** First parts of addresses that are not a category's. */
const reserved = new Set([
  'admin',
  'api',
  'archive',
  'author',
  'categories',
  'category',
  'corrections',
  'feed',
  'flash',
  'healthz',
  'large',
  'llms',
  'news-sitemap',
  'partner',
  'pictures',
  'readyz',
  'search',
  'security',
  'sitemap',
  'source',
  'tag',
  'zh-hant',
])
