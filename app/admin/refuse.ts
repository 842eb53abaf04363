import type { SimpleState } from '@/components/desk/form-state'
import { deskWords, refusalSentence } from '@/messages/words'
import { Refusal } from '@/newsroom/refusal'
import { roles } from '@/newsroom/staff'

/** The sentence for a refusal, in the language of the desk; any other error is thrown on. */
export function sentenceFor(error: unknown, language: string): string {
  if (!(error instanceof Refusal)) throw error
  const words: { roles: Record<string, string>; fields: Record<string, string> } = deskWords(language)
  const details = Object.fromEntries(
    Object.entries(error.details).map(([key, value]) => {
      if (key === 'field') return [key, words.fields[value] ?? value]
      return [key, roles.some((role) => role === value) ? (words.roles[value] ?? value) : value]
    }),
  )
  return refusalSentence(language, error.reason, details)
}

/** Does something and says that it was done, or why it was refused. */
export async function answering(
  language: string,
  act: () => Promise<Omit<Extract<SimpleState, { outcome: 'done' }>, 'outcome'>>,
): Promise<SimpleState> {
  try {
    return { outcome: 'done', ...(await act()) }
  } catch (error) {
    return { outcome: 'refused', sentence: sentenceFor(error, language) }
  }
}
