import { listPublished } from '@/store/published'
import { listWithdrawn } from '@/store/withdrawn'
import type { FeedList } from './answer-feed'

/** Everything that the newspaper publishes. Its id is the address that the old site's feed had. */
export const wholeNewspaper: FeedList = {
  idPath: '/feed.xml',
  name: null,
  description: null,
  homePath: '/',
  depends: { newest: ['front'], older: ['front-past'] },
  listPublished: (db, page) => listPublished(db, {}, page),
  listWithdrawn: (db, limit) => listWithdrawn(db, {}, limit),
}
