import { flashPath } from '@/newsroom/flash'
import { listPublished } from '@/store/published'
import { listWithdrawnAmong } from '@/store/withdrawn'
import type { FeedList } from './answer-feed'

/** The running wire, which is called `name`. */
export function runningWire(name: string): FeedList {
  return {
    idPath: flashPath,
    name,
    description: null,
    homePath: flashPath,
    depends: { newest: ['flash'], older: ['flash-past'] },
    listPublished: (db, page) => listPublished(db, { kind: 'flash' }, page),
    listWithdrawn: (db, limit) => listWithdrawnAmong(db, { kind: 'flash' }, limit),
  }
}
