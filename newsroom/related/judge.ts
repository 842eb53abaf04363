import { type Kinship, liken } from './liken'
import { type Comparable, type Traits, traitsOf } from './traits'
import { type Frequencies, weightsOf } from './weights'

/** What people say two articles are to each other; null for nothing. */
export type Label<Article> = (one: Article, other: Article) => Kinship | null

export type Judgement = {
  /** Of what was said to be so, how much is. */
  precision: number
  /** Of what is so, how much was said. */
  recall: number
  pairs: number
  mistakes: string[]
}

/** What is judged: `any` asks only whether two have something to do with each other at all. */
export type Judged = Kinship | 'story' | 'any'

/** Lets the rules look at every pair of some articles, and counts against what people say. A story is its twins and its threads.
 * `background` is what else was published, so that common words are common. */
export function judge<Article extends Comparable>(
  articles: Article[],
  label: Label<Article>,
  background: Comparable[] = [],
): Record<Judged, Judgement> {
  const traits = articles.map(traitsOf)
  const all = countAll([...traits, ...background.map(traitsOf)])
  // As the store does it: of the later of two articles it counts what that one is about, and of the other nothing.
  const weigh = ({ keys }: Traits) =>
    weightsOf({ ...all, terms: new Map(keys.map((key) => [key, all.terms.get(key) ?? 0])) })
  const pairs = articles.flatMap((one, at) =>
    articles.slice(at + 1).map((other, further) => {
      const [mine, theirs] = [traits[at], traits[at + 1 + further]]
      if (!mine || !theirs) throw new Error('an article without traits')
      const weights = weigh(mine.publishedAt > theirs.publishedAt ? mine : theirs)
      const told = liken(mine, theirs, weights)?.kind ?? null
      const name = `${one.headline} · ${other.headline}`
      return { name, told, is: label(one, other) }
    }),
  )
  const count = (fits: (kind: Kinship | null) => boolean): Judgement => {
    const right = pairs.filter(({ told, is }) => fits(told) && fits(is)).length
    const [said, so] = [pairs.filter(({ told }) => fits(told)), pairs.filter(({ is }) => fits(is))]
    return {
      precision: said.length === 0 ? 1 : right / said.length,
      recall: so.length === 0 ? 1 : right / so.length,
      pairs: so.length,
      mistakes: pairs
        .filter(({ told, is }) => fits(told) !== fits(is))
        .map(({ name, told, is }) => `${name}: is ${is ?? 'nothing'}, was told ${told ?? 'nothing'}`),
    }
  }
  return {
    twin: count((kind) => kind === 'twin'),
    thread: count((kind) => kind === 'thread'),
    related: count((kind) => kind === 'related'),
    story: count((kind) => kind === 'twin' || kind === 'thread'),
    any: count((kind) => kind !== null),
  }
}

/** As the store would count, if these were all the articles there are. */
export function countAll(traits: Traits[]): Frequencies {
  const count = (of: (traits: Traits) => Iterable<string>) => {
    const counts = new Map<string, number>()
    for (const one of traits) for (const name of of(one)) counts.set(name, (counts.get(name) ?? 0) + 1)
    return counts
  }
  return {
    articles: traits.length,
    terms: count(({ all }) => all),
    tags: count(({ tags }) => tags),
    securities: count(({ securities }) => securities),
  }
}
