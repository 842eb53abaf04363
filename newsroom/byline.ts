const titles = /^(本报|本网|见习|实习|特约|首席|通讯员|记者|评论员|撰稿|摄影|绘图|文|图|口述|整理|作者)+[：:／/]?\s*/

/** The people behind a printed credit line: `记者 沈砚秋 顾临 通讯员 周水生` names three. */
export function authorsOf(byline: string | null): string[] {
  if (!byline) return []
  const names = byline.split(/[\s　、，,;；/／|]+/).map((part) => part.replace(titles, '').trim())
  return [...new Set(names.filter((name) => name !== '' && [...name].length <= 40))]
}
