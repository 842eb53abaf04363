import type { DeskWords } from '@/messages/words'
import { fill } from './fill'
import type { ArticleSave } from './use-article-save'

type Look = 'fresh' | 'saved' | 'dirty' | 'saving' | 'conflict' | 'failed'

/** What is saved and where, and nothing that is not true. */
export function SaveLine({ save, words }: { save: ArticleSave; words: DeskWords }) {
  const [look, sentence] = sayingOf(save, words)
  return (
    <span className="save" data-v={look} id="save-line" role="status" aria-label={words.save.label}>
      {sentence}
    </span>
  )
}

function sayingOf({ state, pending, act, dirty, desk }: ArticleSave, words: DeskWords): [Look, string] {
  const w = words.save
  if (pending) return ['saving', act === 'publish' ? w.publishing : w.saving]
  if (state.outcome === 'refused') return ['failed', fill(failures(words)[act] ?? w.failed, { reason: state.sentence })]
  if (state.outcome === 'stale') return ['conflict', w.stale]
  if (dirty) return ['dirty', w.dirty]
  if (state.outcome === 'saved') return ['saved', fill(w.saved, { at: state.at, version: state.version })]
  if (state.outcome === 'published') return ['saved', fill(w.published, { at: state.at, version: state.version })]
  return desk.id === null ? ['fresh', w.fresh] : ['saved', fill(w.at, { version: desk.version })]
}

function failures({ save: w }: DeskWords): Record<string, string> {
  return { publish: w.publishFailed, spike: w.spikeFailed }
}
