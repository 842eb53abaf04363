import type { Database } from './database'

/** The first address that each article ever had, whatever became of it since: feeds call the article by it. */
export async function listFirstPaths(db: Database, ids: number[]): Promise<Map<number, string>> {
  const rows = await db.address.findMany({
    where: { articleId: { in: ids }, isFirst: true },
    select: { articleId: true, path: true },
  })
  return new Map(rows.flatMap(({ articleId, path }) => (articleId === null ? [] : [[articleId, path] as const])))
}
