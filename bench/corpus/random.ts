/** A stream of numbers from 0 up to 1 that is the same for the same seeds, on every machine. */
export type Random = () => number

/** A stream of its own for each list of whole numbers (splitmix32). */
export function randomOf(...seeds: number[]): Random {
  let state = seeds.reduce((mixed, seed) => scramble((mixed ^ seed) + 0x9e3779b9), 0)
  return () => {
    state = (state + 0x9e3779b9) | 0
    return (scramble(state) >>> 0) / 2 ** 32
  }
}

function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return mixed ^ (mixed >>> 15)
}

/** A whole number from `least` to `most`. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** Picks from a list as words and media are spread in the world: the n-th about n times rarer than the first. */
export function unevenly<Item>(items: readonly Item[], exponent: number): (random: Random) => Item {
  let total = 0
  const bounds = items.map((_, index) => (total += 1 / (index + 1) ** exponent))
  return (random) => {
    const point = random() * total
    let low = 0
    let high = items.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((bounds[middle] ?? total) <= point) low = middle + 1
      else high = middle
    }
    return items[low] as Item
  }
}
