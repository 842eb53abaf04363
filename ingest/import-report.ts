import { mostTags } from '@/newsroom/copy-limits'
import type { RefusalReason } from '@/newsroom/refusal'
import type { Repair } from './jekyll/front-matter'

/** What became of one file. */
export type ReportEntry = {
  file: string
  /** Where readers find it now. */
  address?: string
  /** What had to be put right to read it. */
  repairs?: Repair[]
  /** Why it was refused, or what it is kept for. */
  reason?: string
}

/** Every file of a run stands in exactly one list, and a repaired one in `repaired` too. */
export type ImportReport = {
  created: ReportEntry[]
  updated: ReportEntry[]
  unchanged: ReportEntry[]
  refused: ReportEntry[]
  /** Files that are no articles: settings, layouts, category pages, pictures. */
  kept: ReportEntry[]
  repaired: ReportEntry[]
}

/** A report with nothing in it yet. */
export function emptyReport(): ImportReport {
  return { created: [], updated: [], unchanged: [], refused: [], kept: [], repaired: [] }
}

/** What a repair was, in a sentence for the person who reads the report. */
export const repairSentences: Record<Repair, string> = {
  'front-matter-late': 'a blank line stood before the front matter; Jekyll had not seen it',
  'front-matter-loose': 'the front matter is not valid YAML; read line by line',
  'no-front-matter': 'there is no front matter',
  'title-missing': 'the title was empty; taken from the first sentence',
  'date-missing': 'the date was empty; taken from the name',
  'name-missing': 'the name has no date, so Jekyll gave it no address; it has one now',
  encoding: 'the text was GB 18030, not UTF-8',
  'text-cut': 'a field was longer than the desk can save; cut, the file itself is kept whole',
  'tags-cut': `there were more tags than the desk can save; the first ${mostTags} are taken, the file itself is kept whole`,
}

/** Why a body that could be read cannot be shown, in words for the report. */
export const refusalSentences: Partial<Record<RefusalReason, string>> = {
  'body-deep': 'its tags nest too deeply to be shown',
  'body-large': 'its text is too large to be shown',
}
