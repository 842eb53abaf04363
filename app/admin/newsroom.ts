import { cache } from 'react'
import { env } from '@/env'
import { deskWords } from '@/messages/words'
import { database } from '@/store/database'
import { readSettings } from '@/store/settings'

/** What every page of the desk needs, read once however many parts of it ask. */
export const newsroom = cache(async () => {
  const db = await database(env.databaseUrl)
  const { settings } = await readSettings(db)
  return { db, siteName: settings.name, language: settings.language, words: deskWords(settings.language) }
})
