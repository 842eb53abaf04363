import { listAddress } from '@/newsroom/list-address'
import { listUnder } from '@/store/listed-under'
import { listWithdrawnUnder } from '@/store/withdrawn-listings'
import type { ShownList } from '../read-named-list'
import type { FeedList } from './answer-feed'

/** A list that is called by a name, as feeds are made of it under a title: whatever it is called by and by, its feed's id stays. */
export function namedListFeed({ path, firstPath, under, depends }: ShownList, title: string): FeedList {
  return {
    idPath: listAddress(firstPath),
    name: title,
    description: null,
    homePath: listAddress(path),
    depends,
    listPublished: (db, page) => listUnder(db, under, page),
    listWithdrawn: (db, limit) => listWithdrawnUnder(db, under, limit),
  }
}
