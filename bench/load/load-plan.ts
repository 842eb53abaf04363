/** What the load generator is asked to do. */
export type LoadPlan = {
  port: number
  /** Asked one after another, again from the first when all were asked; each only once with `once`. */
  requests: PlannedRequest[]
  connections: number
  /** How long requests are sent; those under way are still waited for. */
  seconds: number
  /** Requests a second; null for as many as the server takes. */
  rate: number | null
  once?: boolean
}

export type PlannedRequest = { text: string; status: number; leastBytes: number; mostBytes: number }

/** What came of it. `unsent` were due by the rate and found no free connection in time. */
export type LoadResult = {
  answers: number
  unsent: number
  seconds: number
  wireBytes: number
  /** Answers that were not what was expected, and connections that broke; the first few in words. */
  wrong: number
  wrongs: string[]
  /** Milliseconds from when a request was due to its whole answer. */
  p50: number
  p99: number
  /** How often the server said each thing of itself in `x-dibao-page`. */
  reports: Record<string, number>
}
