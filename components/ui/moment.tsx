import { dayInWords } from './calendar'
import { clockTime, dayOf, dayPath, exactTime, rfc3339 } from '@/newsroom/moment'
import type { ReaderWords } from '@/messages/words'

/** `list`: the hour today, the day before that. `brief`: the same in four or five characters. `clock`: the hour, under a day's heading. `exact`: day and hour. */
export type MomentStyle = 'list' | 'brief' | 'clock' | 'exact'

/** A time as a reader needs it at this place; a machine reads it exactly, and so does who points at it. */
export function Moment(props: {
  at: Date
  zone: string
  words: ReaderWords
  now: Date
  language: string
  style: MomentStyle
}) {
  const { at, zone, language, style } = props
  const exact = exactTime(at, zone, language)
  return (
    <time dateTime={rfc3339(at, zone)} title={style === 'exact' ? undefined : exact} data-ago={tellableAge[style]}>
      {style === 'exact' ? exact : style === 'clock' ? clockTime(at, zone) : inList(props)}
    </time>
  )
}

/** Up to which age `/reader.js` may say how long ago it was; under a day's heading only within the hour. */
const tellableAge: Record<MomentStyle, 'day' | 'hour' | undefined> = {
  list: 'day',
  brief: 'day',
  clock: 'hour',
  exact: undefined,
}

function inList({
  at,
  zone,
  words,
  now,
  language,
  style,
}: {
  at: Date
  zone: string
  words: ReaderWords
  now: Date
  language: string
  style: MomentStyle
}): string {
  const day = dayPath(dayOf(at, zone))
  if (day === dayPath(dayOf(now, zone))) return clockTime(at, zone)
  if (day === dayPath(dayOf(new Date(now.getTime() - 24 * 3600 * 1000), zone)))
    return style === 'brief' ? words.yesterdayBrief : words.yesterday
  if (style === 'brief') return briefDay(at, zone, now)
  return dayInWords(at, zone, language, dayOf(at, zone).year !== dayOf(now, zone).year)
}

/** `11-22`, and for another year only the year. */
function briefDay(at: Date, zone: string, now: Date): string {
  const { year, month, day } = dayOf(at, zone)
  return year === dayOf(now, zone).year ? `${month}-${day}` : String(year)
}
