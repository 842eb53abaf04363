/** What stands in an article: everything a writer can change, and nothing that the newsroom decides. */
export type Copy = {
  kind: Kind
  headline: string
  kicker: string | null
  standfirst: string | null
  body: string
  bodyFormat: BodyFormat
  /** The slug of the category it stands in. */
  category: string
  tags: string[]
  source: Source | null
  /** The printed credit line, as in 记者 沈砚秋 顾临. */
  byline: string | null
  /** The responsible editor (责任编辑). */
  editor: string | null
  urgent: boolean
  picture: Picture | null
  /** The last part of the address, where a writer asked for one. */
  slug: string | null
}

export type Kind = 'story' | 'flash'

/** How a body is to be read: HTML as the wire sends it, or Markdown in which HTML may stand. */
export type BodyFormat = 'markdown' | 'html'

/** The medium a story came from, and where the original stands. */
export type Source = { name: string | null; address: string | null }

export type Picture = {
  address: string
  alt: string
  caption: string | null
  credit: string | null
  /** Pixels, where known: a page keeps the room free before the picture arrives. */
  width: number | null
  height: number | null
}
