import { libraryPath } from '@/components/desk/media/library-path'
import { MediaRoom } from '@/components/desk/media/media-room'
import { libraryFilters } from '@/newsroom/library-filter'
import { countPictures, listPictures, mostPicturesCounted } from '@/store/media'
import { DeskPage } from '../desk-page'
import { newsroom } from '../newsroom'
import { readUses, removeFromLibrary, savePicture, savePictures } from './actions'
import { showPicture } from './show-picture'

type Search = Record<'filter' | 'q' | 'after', string | string[] | undefined>

const pageLength = 48

export default function Media({ searchParams }: { searchParams: Promise<Search> }) {
  return (
    <DeskPage current="media" deed="read-desk">
      {async (staff) => {
        const { db, words, language } = await newsroom()
        const search = await searchParams
        const filter = libraryFilters.find((one) => one === search.filter) ?? 'all'
        const sought = typeof search.q === 'string' ? search.q.trim().slice(0, 100) : ''
        const after =
          typeof search.after === 'string' && /^[1-9]\d{0,14}$/.test(search.after) ? Number(search.after) : null
        const now = new Date()
        const { pictures, more } = await listPictures(db, {
          sought: { filter, words: sought, at: now },
          after,
          limit: pageLength,
        })
        const counts = await Promise.all(
          libraryFilters.map(
            async (one) => [one, shown(await countPictures(db, { filter: one, words: sought, at: now }))] as const,
          ),
        )
        const last = pictures.at(-1)
        return (
          <MediaRoom
            words={words}
            pictures={pictures.map((picture) => showPicture(picture, { staff, now, language }))}
            counts={Object.fromEntries(counts) as Record<(typeof libraryFilters)[number], string>}
            filter={filter}
            sought={sought}
            newerPath={after === null ? null : libraryPath({ filter, sought })}
            olderPath={more && last ? libraryPath({ filter, sought, after: last.id }) : null}
            acts={{ save: savePicture, saveMany: savePictures, remove: removeFromLibrary, readUses }}
          />
        )
      }}
    </DeskPage>
  )
}

function shown(count: number): string {
  return count > mostPicturesCounted ? `${mostPicturesCounted}+` : String(count)
}
