const title = '(?:本报|本网|见习|实习|特约|首席|通讯员|记者|评论员|撰稿|摄影|绘图|口述|整理|作者)'
/** A title before a name, or a one-character one that a colon sets off: 文 alone may be a family name. */
const titles = new RegExp(`^(?:${title}+|[文图])[：:]\\s*|^${title}+\\s*`)
/** A word that is nothing but titles. */
const onlyTitles = new RegExp(`^(?:${title}|[文图])+$`)

/** The people behind a printed credit line: `记者 沈砚秋 顾临 通讯员 周水生` names three. */
export function authorsOf(byline: string | null): string[] {
  if (!byline) return []
  const words = byline.split(/[\s　、，,;；/／|｜]+/).filter((word) => !onlyTitles.test(word))
  const names = words.map((word) => word.replace(titles, '').trim())
  return [...new Set(names.filter((name) => name !== '' && [...name].length <= 40))]
}
