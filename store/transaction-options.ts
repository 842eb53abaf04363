/** A transaction waits longer for its turn than either store lets it, so that the store's own refusal is what is heard. */
export const transactionOptions = { maxWait: 15_000, timeout: 30_000 }
