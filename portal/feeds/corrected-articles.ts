import { correctionsPath } from '@/newsroom/correction'
import { listCorrected } from '@/store/corrections'
import { listWithdrawnAmong } from '@/store/withdrawn'
import type { FeedList } from './answer-feed'

/** What was corrected, each article once with all its notes, in the order of its last one; the list is called `name`. */
export function correctedArticles(name: string): FeedList {
  return {
    idPath: correctionsPath,
    name,
    description: null,
    homePath: correctionsPath,
    depends: { newest: ['corrections'], older: ['corrections'] },
    listPublished: (db, { after, limit }) => listCorrected(db, { after: after?.id ?? null, limit }),
    listWithdrawn: (db, limit) => listWithdrawnAmong(db, { isCorrected: true }, limit),
  }
}
