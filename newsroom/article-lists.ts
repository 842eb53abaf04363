/** Where the names on an article's page lead, as links have it. */
export type ArticleLists = {
  source: string | null
  tags: { name: string; address: string }[]
  /** By the name as it is printed. */
  authors: Map<string, string>
}
