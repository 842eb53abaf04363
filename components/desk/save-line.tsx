import type { DeskWords } from '@/messages/words'
import { fill } from './fill'
import type { WritingState } from './saving/writing'

type Look = 'fresh' | 'saved' | 'dirty' | 'saving' | 'local' | 'conflict' | 'failed'
type Said = Pick<
  WritingState,
  'sending' | 'trouble' | 'conflict' | 'answer' | 'desk' | 'localAt' | 'keepsJournal' | 'mergedWith'
> & { dirty: boolean }

/** What is saved and where, and nothing that is not true. */
export function SaveLine({ save, words }: { save: Said; words: DeskWords }) {
  const [look, sentence] = sayingOf(save, words)
  return (
    <span className="save" data-v={look} id="save-line" role="status" aria-label={words.save.label}>
      {sentence}
    </span>
  )
}

function sayingOf(save: Said, words: DeskWords): [Look, string] {
  const { sending, trouble, conflict, answer, dirty, desk, localAt, keepsJournal, mergedWith } = save
  const w = words.save
  if (conflict) return ['conflict', fill(w.stale, { by: conflict.by })]
  if (trouble?.is === 'refused')
    return ['failed', fill(failures(words)[trouble.act] ?? w.failed, { reason: trouble.sentence })]
  if (trouble?.is === 'unreached')
    return localAt === null
      ? ['failed', keepsJournal ? w.unreached : w.nowhere]
      : ['local', fill(w.local, { at: clock(localAt) })]
  if (sending) return ['saving', sending.act === 'publish' ? w.publishing : w.saving]
  if (dirty) return ['dirty', w.dirty]
  if (mergedWith) return ['saved', fill(w.merged, { by: mergedWith, version: desk.version })]
  if (answer?.outcome === 'saved') return ['saved', fill(w.saved, { at: answer.at, version: answer.version })]
  if (answer?.outcome === 'published') return ['saved', fill(w.published, { at: answer.at, version: answer.version })]
  return desk.id === null ? ['fresh', w.fresh] : ['saved', fill(w.at, { version: desk.version })]
}

function failures({ save: w }: DeskWords): Record<string, string> {
  return { publish: w.publishFailed, spike: w.spikeFailed }
}

function clock(at: number): string {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
