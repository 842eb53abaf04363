import { unstable_rethrow } from 'next/navigation'

/** Asks the server; `otherwise` where no answer comes, so that a lost connection never takes the page and its words down. */
export async function reach<Answer>(ask: () => Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await ask()
  } catch (thrown) {
    unstable_rethrow(thrown)
    return otherwise
  }
}
