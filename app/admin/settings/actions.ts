'use server'

import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import { authorise } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import { readSettings, saveSettings } from '@/store/settings'
import { newsroom } from '../newsroom'
import { answering } from '../refuse'
import { findSignedIn } from '../session'

const line = z.string().trim().max(300)
const lines = z
  .string()
  .max(3000)
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((one) => one.trim())
      .filter(Boolean),
  )
const form = z.object({
  version: z.coerce.number().int().nonnegative(),
  name: line,
  description: line,
  language: line.refine((tag) => isLanguage(tag)),
  seal: line.max(4),
  imprint: lines,
  legal: lines,
})
const manyLines = z.array(line)

/** Saves what the newspaper says of itself. */
export async function changeSettings(_before: SimpleState, data: FormData): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const { version, ...given } = form.parse(Object.fromEntries(data))
  const all = (name: string) => manyLines.parse(data.getAll(name))
  const [labels, values, units, notes] = [all('factLabel'), all('factValue'), all('factUnit'), all('factNote')]
  return answering(language, async () => {
    authorise(by, 'keep-settings')
    if (given.name === '') throw new Refusal('name-missing')
    const facts = labels
      .map((label, index) => ({
        label,
        value: values[index] ?? '',
        unit: units[index] ?? '',
        note: notes[index] ?? '',
      }))
      .filter(({ label, value }) => label !== '' && value !== '')
    const { settings } = await readSettings(db)
    const at = new Date()
    const frontCategories = [...new Set(all('frontCategories'))].filter(Boolean)
    if (!(await saveSettings(db, { ...settings, ...given, facts, frontCategories }, { seenVersion: version, at })))
      throw new Refusal('settings-stale')
    return { sentence: words.saved, version: version + 1 }
  })
}

/** Whether it is written as BCP 47 wants: an old site may bring one that has no words of ours. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
