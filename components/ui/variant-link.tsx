import type { ReaderWords } from '@/messages/words'

/**
 * To the same page in large print, and from there back; the style shows the one that leads elsewhere. `data-variant` tells
 * who rewrites a variant's links to leave these alone.
 */
export function VariantLink({ path, words }: { path: string; words: ReaderWords }) {
  return (
    <>
      <a href={`/large${path}`} data-variant="large">
        {words.largeEdition}
      </a>
      <a href={path} data-variant="plain">
        {words.standardEdition}
      </a>
    </>
  )
}
