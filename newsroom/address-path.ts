/** How an address of our own is put together: the category, the day as `2026/11/24`, the name. */
export function addressPath({ category, day, name }: { category: string; day: string; name: string | number }): string {
  return `/${category}/${day}/${name}.html`
}

/** Whether a text can be a name in an address: lower-case letters, digits and hyphens between them. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

/** The name that a writer could have asked for in a path; null where it is the article's number or nothing one may ask for. */
export function nameInPath(path: string, id: number): string | null {
  const name = /\/([^/]+)\.html$/.exec(path)?.[1] ?? ''
  return isSlug(name) && name !== String(id) ? name : null
}
