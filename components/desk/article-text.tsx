'use client'

import type { DeskWords } from '@/messages/words'
import { countCharacters } from './count-words'
import { fill } from './fill'
import type { CopyFields } from '@/newsroom/copy-fields'
import { GrowingText } from './growing-text'

/** At most this many characters read well in a list. Advice, never a refusal. */
const advised = { headline: 45, standfirst: 120 }

export type CopyEdit = {
  words: DeskWords
  copy: CopyFields
  change: (part: Partial<CopyFields>) => void
  /** Nothing can be typed: the page does not listen yet, or the article is beyond change. */
  still: boolean
  /** The field a refusal named. */
  wrong: keyof CopyFields | undefined
}

/** The words that head an article: kicker, headline, standfirst. */
export function ArticleHead({ words, copy, change, still, wrong }: CopyEdit) {
  const w = words.editor
  const say = (field: keyof CopyFields) =>
    wrong === field ? { 'aria-invalid': true, 'aria-describedby': 'save-line' } : {}
  return (
    <>
      <GrowingText
        className="kk"
        name="kicker"
        oneLine
        aria-label={w.kicker}
        placeholder={w.kickerHint}
        readOnly={still}
        value={copy.kicker}
        onChange={(event) => change({ kicker: oneLine(event.target.value) })}
        {...say('kicker')}
      />
      <GrowingText
        className="hl"
        name="headline"
        oneLine
        aria-label={w.headline}
        placeholder={w.headlineHint}
        readOnly={still}
        value={copy.headline}
        onChange={(event) => change({ headline: oneLine(event.target.value) })}
        {...say('headline')}
      />
      <Advice text={copy.headline} most={advised.headline} sentence={w.headlineAdvice} />
      <GrowingText
        className="sf"
        name="standfirst"
        oneLine
        aria-label={w.standfirst}
        placeholder={w.standfirstHint}
        readOnly={still}
        value={copy.standfirst}
        onChange={(event) => change({ standfirst: oneLine(event.target.value) })}
        {...say('standfirst')}
      />
      <Advice text={copy.standfirst} most={advised.standfirst} sentence={w.standfirstAdvice} />
    </>
  )
}

function Advice({ text, most, sentence }: { text: string; most: number; sentence: string }) {
  const count = countCharacters(text)
  return count > most ? <p className="advice">{fill(sentence, { count })}</p> : null
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
