const largest = 2_147_483_647

/** Whether a row may have this number: PostgreSQL refuses to be asked for one that no row can have, and an address may hold any. */
export function isRowNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= largest
}

/** A number to compare rows with, brought into what a column holds. */
export function toRowNumber(number: number): number {
  return Math.min(number, largest)
}
