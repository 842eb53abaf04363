import type { LoadPlan } from './load-plan'
import { runLoad } from './run-load'

/** A program of its own, so that what the load costs is never counted as the server's: takes plans from its parent, one at a time. */
process.on('message', async (plan: LoadPlan) => {
  process.send?.(await runLoad(plan))
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
