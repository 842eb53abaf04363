import type { BodyFormat } from '@/newsroom/copy'
import { joinBoth } from '@/newsroom/merge-body'
import type { ConflictPlace } from '@/newsroom/merge-places'

/** What somebody chose of a place, and of which words. */
export type Choice = Pick<ConflictPlace, 'theirs' | 'mine'> &
  ({ take: 'theirs' | 'mine' | 'both' } | { take: 'own'; text: string })

type Sides = Pick<ConflictPlace, 'theirs' | 'mine'>

/** The choice, where it was made of these very words: what was typed since is chosen anew. Of theirs, mine does not matter. */
export function choiceOf(choice: Choice | undefined, { theirs, mine }: Sides): Choice | undefined {
  const isOfThese = choice?.theirs === theirs && (choice.take === 'theirs' || choice.mine === mine)
  return isOfThese ? choice : undefined
}

/** What stands where somebody chose so; `format` is that of the body that it will stand in. */
export function chosenValue(choice: Choice, format: BodyFormat): string | boolean {
  const { theirs, mine } = choice
  if (choice.take === 'theirs') return theirs
  if (choice.take === 'both') return joinBoth({ theirs: String(theirs), mine: String(mine) }, format)
  return choice.take === 'own' ? choice.text : mine
}
