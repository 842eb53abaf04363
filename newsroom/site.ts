/** What a newspaper says of itself on every page. */
export type Site = {
  name: string
  description: string
  language: string
  /** The public origin, without a slash at the end; never taken from a request. */
  origin: string
  /** IANA zone of addresses and of every time shown. */
  zone: string
  /** Two or four characters cut into the seal beside the nameplate; empty for none. */
  seal: string
  /** Lines about the publisher for the foot of every page. */
  imprint: string[]
  /** The line of licences and registrations under it. */
  legal: string[]
  /** Figures an editor keeps for the front. */
  facts: Fact[]
}

export type Fact = { label: string; value: string; unit: string; note: string }

/** Which lists there are beside the categories: none is led to that would be empty. */
export type Lists = { flashes: boolean; corrections: boolean }
