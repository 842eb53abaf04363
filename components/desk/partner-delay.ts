import type { DeskWords } from '@/messages/words'
import { fill } from './fill'

/** How long after readers a partner gets an article, in words. */
export function delayOf(minutes: number, { partners: w }: DeskWords): string {
  if (minutes === 0) return w.atOnce
  return minutes % 60 === 0 ? fill(w.hours, { count: minutes / 60 }) : fill(w.minutes, { count: minutes })
}
