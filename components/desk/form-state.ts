import type { Status } from '@/newsroom/article'
import type { CopyFields } from '@/newsroom/copy-fields'

/** How an article stands after a save. `at` is a time as shown. */
type Standing = { id: number; version: number; status: Status; at: string }

/** What came of a save or a publish. `at` is a time as shown, `address` a full URL. */
export type SaveState =
  | { outcome: 'untouched' }
  | ({ outcome: 'saved' } & Standing)
  | ({ outcome: 'published'; address: string } & Standing)
  | { outcome: 'refused'; sentence: string; field?: keyof CopyFields }
  | { outcome: 'stale'; sentence: string; by: string; theirs: CopyFields; theirVersion: number }

/** What came of any other act. `version` is the newest one, where the form carries a version; `field` the one that a refusal points at. */
export type SimpleState =
  | { outcome: 'untouched' }
  | { outcome: 'refused'; sentence: string; field?: string }
  | { outcome: 'done'; sentence: string; address?: string; version?: number }

export type SaveAction = (state: SaveState, form: FormData) => Promise<SaveState>
export type SimpleAction = (state: SimpleState, form: FormData) => Promise<SimpleState>
