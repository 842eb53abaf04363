import { Refusal } from '@/newsroom/refusal'

/** Places for pictures that are held in memory: none waits for one, it is refused. */
export type Places = { hold: <Result>(work: () => Promise<Result>) => Promise<Result> }

/** How many places are taken. */
export type Taken = { count: number }

/** So many at once, counted together with all who have the same count. `hold` throws a Refusal (`picture-busy`) where all are taken, before anything of the work is done. */
export function openPlaces(most: number, taken: Taken = { count: 0 }): Places {
  return {
    async hold(work) {
      if (taken.count >= most) throw new Refusal('picture-busy')
      taken.count++
      try {
        return await work()
      } finally {
        taken.count--
      }
    },
  }
}
