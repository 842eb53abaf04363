import { desk as deskEn } from './en/desk'
import { reader as readerEn } from './en/reader'
import { refusals as refusalsEn } from './en/refusals'
import { desk as deskZh } from './zh-CN/desk'
import { reader as readerZh } from './zh-CN/reader'
import { refusals as refusalsZh } from './zh-CN/refusals'
import type { RefusalReason } from '@/newsroom/refusal'

export type ReaderWords = typeof readerZh
export type DeskWords = typeof deskZh

/** The words of readers' pages in the newspaper's language: Chinese, or English for every other. */
export function readerWords(language: string): ReaderWords {
  return isChinese(language) ? readerZh : readerEn
}

/** The words of the desk. */
export function deskWords(language: string): DeskWords {
  return isChinese(language) ? deskZh : deskEn
}

/** The sentence a person is told when the newsroom says no; gaps `{name}` are filled from `details`. */
export function refusalSentence(
  language: string,
  reason: RefusalReason,
  details: Record<string, string | number> = {},
): string {
  const sentences = isChinese(language) ? refusalsZh : refusalsEn
  return sentences[reason].replace(/\{(\w+)\}/g, (gap, name: string) => String(details[name] ?? gap))
}

function isChinese(language: string): boolean {
  return language.toLowerCase().startsWith('zh')
}
