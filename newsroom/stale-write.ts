import type { Article } from './article'
import type { LibraryPicture } from './library-picture'
import { Refusal } from './refusal'

/** A save that was based on a version that is no longer the newest: refused, with the newest beside it, so that nothing is lost. */
export class StaleWrite extends Refusal {
  constructor(readonly theirs: Article) {
    super('stale', { by: theirs.updatedBy?.name ?? '—', at: theirs.updatedAt.toISOString() })
    this.name = 'StaleWrite'
  }
}

/** The same for a picture of the library. */
export class StalePicture extends Refusal {
  constructor(readonly theirs: LibraryPicture) {
    super('picture-stale', { by: theirs.updatedBy?.name ?? '—', at: theirs.updatedAt.toISOString() })
    this.name = 'StalePicture'
  }
}
