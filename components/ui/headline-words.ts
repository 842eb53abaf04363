const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of one character that lean on what follows: prepositions, adverbs, prefixes. */
const FORWARD = new Set(
  '在和与从到对将为以不没被把让就也都还有是再又最更超至由向按自及或并且而多每各第这那今明昨早晚新老大小',
)
/** Words of one character that lean on what stands before: suffixes, places, units. */
const BACK = new Set(
  '的了吗呢吧们着股省市县区镇村性化率度者员家业额量案会队厂局部院校站桥线号后前里上下中内外时点分元倍成个名条座家人天年月日',
)
const NUMERAL = /^[零〇一二三四五六七八九十百千万亿两几]+$/u
const CLAUSE_END = /[\s，：；！？、。]$/u
const HAN = /^\p{Script=Han}$/u

/** How wide a text is, in Chinese characters: Latin letters and figures count a little over half. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1
  return width
}

/**
 * A Chinese text in pieces between which a line may break: whole words, with the particles, figures, units and punctuation
 * that belong to them. Joined, the pieces are the text. A text without Chinese is one piece: it has spaces.
 */
export function wordGroups(text: string): string[] {
  if (!/\p{Script=Han}/u.test(text)) return [text]
  const groups: string[] = []
  let leaning = false
  for (const word of words(text)) {
    const last = groups.at(-1)
    if (last !== undefined && (leaning || belongsTo(last, word))) groups[groups.length - 1] = last + word
    else groups.push(word)
    leaning = FORWARD.has(word) || (HAN.test(word) && (last === undefined || CLAUSE_END.test(last)))
  }
  return groups
}

/** The dictionary's words. Characters it knows no word for are mostly names: they stay together, and so do numerals. */
function words(text: string): string[] {
  const found: string[] = []
  let run = ''
  for (const { segment } of segmenter.segment(text)) {
    const numeral = NUMERAL.test(segment)
    const startsRun = run === '' || NUMERAL.test(run)
    const stays = numeral || (HAN.test(segment) && !FORWARD.has(segment) && !(startsRun && BACK.has(segment)))
    if (run !== '' && stays && NUMERAL.test(run) === numeral && run.length < 6) {
      run += segment
      continue
    }
    if (run !== '') found.push(run)
    run = stays ? segment : ''
    if (run === '') found.push(segment)
  }
  if (run !== '') found.push(run)
  return found
}

/** Whether a word may not begin a line after the group before it. */
function belongsTo(group: string, word: string): boolean {
  if (/^[“‘《「『（(【]/u.test(word)) return false
  if (/^[\s\p{Pe}\p{Pf}\p{Po}·—％%℃]/u.test(word)) return true
  if (/[“‘《「『（(【#]$/u.test(group)) return true
  if (CLAUSE_END.test(group)) return false
  if (/[\x21-\x7e]$/u.test(group) && /^[\x21-\x7e]/u.test(word)) return true
  if (/[\d零〇一二三四五六七八九十百千万亿两几]$/u.test(group))
    return [...word].length <= 2 || NUMERAL.test(word.charAt(0))
  if (/^\d/u.test(word) || NUMERAL.test(word)) return false
  return HAN.test(word) && !FORWARD.has(word)
}
