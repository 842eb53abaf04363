import type { Focus } from '@/newsroom/library-picture'

/** Classes that keep a place of a picture in sight where it is cut, in tenths: pages have no inline style. Undefined for the middle. */
export function focusClass(focus: Focus | undefined): string | undefined {
  if (!focus) return undefined
  const [x, y] = [Math.round(focus.x * 10), Math.round(focus.y * 10)]
  return x === 5 && y === 5 ? undefined : `fx-${x} fy-${y}`
}
