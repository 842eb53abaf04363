const title = '(?:本报|本网|见习|实习|特约|首席|通讯员|记者|评论员|撰稿|摄影|绘图|口述|整理|作者)'
/** A title before a name, or a one-character one that a colon sets off: 文 alone may be a family name. */
const titles = new RegExp(`^(?:${title}+|[文图])[：:]\\s*|^${title}+\\s*`)
/** A word that is nothing but titles. */
const onlyTitles = new RegExp(`^(?:${title}|[文图])+$`)

/** The people behind a printed credit line: `记者 沈砚秋 顾临 通讯员 周水生` names three. */
export function authorsOf(byline: string | null): string[] {
  return [...new Set(placesIn(byline ?? '').map(({ name }) => name))]
}

/** A stretch of a printed credit line: a person's name, or what stands between names. */
export type BylinePart = { text: string; isAuthor: boolean }

/** A credit line as it is printed, cut so that each person of `authorsOf` can be linked: the parts together are the line. */
export function bylineParts(byline: string): BylinePart[] {
  const parts: BylinePart[] = []
  let at = 0
  for (const { name, from } of placesIn(byline)) {
    parts.push({ text: byline.slice(at, from), isAuthor: false }, { text: name, isAuthor: true })
    at = from + name.length
  }
  parts.push({ text: byline.slice(at), isAuthor: false })
  return parts.filter(({ text }) => text !== '')
}

function placesIn(byline: string): { name: string; from: number }[] {
  return [...byline.matchAll(/[^\s、，,;；/／|｜]+/g)].flatMap(({ 0: word, index }) => {
    if (onlyTitles.test(word)) return []
    const name = word.replace(titles, '')
    return name === '' || [...name].length > 40 ? [] : [{ name, from: index + word.length - name.length }]
  })
}
