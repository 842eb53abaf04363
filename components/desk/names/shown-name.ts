import type { NamedList } from '@/newsroom/named-list'

/** A list as the desk keeps its names, and where readers find it. */
export type ShownName = NamedList & { address: string }
