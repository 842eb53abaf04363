'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { SimpleState } from '@/components/desk/form-state'
import type { DeskWords } from '@/messages/words'
import { listNouns } from '@/newsroom/list-address'
import { merge, rename, separate } from '@/newsroom/named-list'
import { tidyName } from '@/newsroom/name-in-address'
import { authorise } from '@/newsroom/policy'
import type { Database } from '@/store/database'
import { nameList, type Naming, separateName } from '@/store/named-lists'
import { newsroom } from '../newsroom'
import { answering } from '../refuse'
import { findSignedIn } from '../session'

const fields = z.object({
  noun: z.enum(listNouns),
  id: z.coerce.number().int().positive(),
  seenName: z.string(),
  /** The name that was typed, or the former one that is meant. */
  name: z.string().max(2000),
})

type Wanted = Naming & { name: string }

/** Has a list called otherwise; its old address leads to the new one. */
export async function renameName(_before: SimpleState, data: FormData): Promise<SimpleState> {
  return naming(
    data,
    (words) => words.names.renamed,
    (db, { name: to, ...list }) =>
      nameList(db, list, async (now, find) => rename(now, { to, holder: await find(tidyName(to)) })),
  )
}

/** Makes one list of two. */
export async function mergeName(_before: SimpleState, data: FormData): Promise<SimpleState> {
  return naming(
    data,
    (words) => words.names.merged,
    (db, { name: typed, ...list }) =>
      nameList(db, list, async (now, find) =>
        merge(now, { into: (await find(typed)) ?? (await find(tidyName(typed))), typed }),
      ),
  )
}

/** Has a former name lead to a list of its own again. */
export async function separateFormerName(_before: SimpleState, data: FormData): Promise<SimpleState> {
  return naming(
    data,
    (words) => words.names.separated,
    (db, { name, ...list }) => separateName(db, list, (now) => separate(now, name)),
  )
}

async function naming(
  data: FormData,
  sentence: (words: DeskWords) => string,
  act: (db: Database, wanted: Wanted) => Promise<unknown>,
): Promise<SimpleState> {
  const by = await findSignedIn()
  const { db, language, words } = await newsroom()
  if (!by) return { outcome: 'refused', sentence: words.signedOut }
  const wanted = fields.parse(Object.fromEntries(data))
  return answering(language, async () => {
    authorise(by, 'keep-names')
    await act(db, { ...wanted, at: new Date() })
    refresh()
    return { sentence: sentence(words) }
  })
}
