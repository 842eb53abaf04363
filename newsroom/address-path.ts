/** How an address of our own is put together: the category, the day as `2026/11/24`, the name. */
export function addressPath({ category, day, name }: { category: string; day: string; name: string | number }): string {
  return `/${category}/${day}/${name}.html`
}

/** The name that a writer could have asked for in a path; null where it is the article's number or nothing one may ask for. */
export function nameInPath(path: string, id: number): string | null {
  const name = /\/([a-z0-9]+(?:-[a-z0-9]+)*)\.html$/.exec(path)?.[1] ?? null
  return name === String(id) ? null : name
}
