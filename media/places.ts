import { Refusal } from '@/newsroom/refusal'

/** Places for pictures that are held in memory: none waits for one, it is refused. */
export type Places = { hold: <Result>(work: () => Promise<Result>) => Promise<Result> }

/** So many at once. `hold` throws a Refusal (`picture-busy`) where all are taken, before anything of the work is done. */
export function openPlaces(most: number): Places {
  let taken = 0
  return {
    async hold(work) {
      if (taken >= most) throw new Refusal('picture-busy')
      taken++
      try {
        return await work()
      } finally {
        taken--
      }
    },
  }
}
