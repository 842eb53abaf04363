import type { DeskWords } from '@/messages/words'
import { fill } from '../fill'
import type { ShownPicture } from './shown-picture'

/** In a line: whose it is, how long it may be shown, and what is missing. */
export function PictureFacts({ picture, words: { media: w } }: { picture: ShownPicture; words: DeskWords }) {
  const { credit, licence, licenceEnd, licenceState, alt, decorative } = picture
  return (
    <div className="m">
      {credit ? <span>{credit}</span> : <Miss word={w.missing}>{w.credit}</Miss>}
      {licence && <span>{licence}</span>}
      {licenceState === 'over' ? (
        <Miss word={w.stopped} over>
          {fill(w.overSince, { day: licenceEnd })}
        </Miss>
      ) : (
        licenceEnd && (
          <span className={licenceState === 'ending' ? 'soon' : undefined}>{fill(w.until, { day: licenceEnd })}</span>
        )
      )}
      {alt || decorative ? <span className="ok">{w.alt}</span> : <Miss word={w.missing}>{w.alt}</Miss>}
    </div>
  )
}

function Miss({ word, over = false, children }: { word: string; over?: boolean; children: string }) {
  return (
    <span className={over ? 'miss over' : 'miss'}>
      <b>{word}</b> {children}
    </span>
  )
}
