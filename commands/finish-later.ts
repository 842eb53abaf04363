/**
 * Does some of what an update left to do, over and over until there is none (null) or the portal stops. Beside everything else: it never throws,
 * and nobody waits for it. What an end leaves undone is done at the next start.
 */
export async function finishLater(
  step: () => Promise<number | null>,
  { isStopped, complaint }: { isStopped: () => boolean; complaint: string },
): Promise<void> {
  try {
    while (!isStopped() && (await step()) !== null) await breathe()
  } catch (error) {
    console.error(complaint, error instanceof Error ? error.message : error)
  }
}

/** Between two steps, so that whoever saves or reads has their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}
