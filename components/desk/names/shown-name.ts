import type { NamedList } from '@/newsroom/named-list'

/** A list as the desk keeps its names, and where readers find it: the path as people read it, the address as a link has it. */
export type ShownName = NamedList & { path: string; address: string }
