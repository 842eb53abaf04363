import { openStorePublisher } from './publish/store-publisher'

/** So many articles have what stands beside them: more than any part asks for. */
const related = 600

/** Has the newest articles of a store compared with others, and leaves the rest for ever: the clock would do that beside whatever is measured. */
export async function settleStore(dataDir: string): Promise<void> {
  const publisher = await openStorePublisher(dataDir)
  await publisher.relateNewest(related)
  publisher.stop()
}
