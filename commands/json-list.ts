/** Writes one object to the terminal as it comes: a list of that name, then the summary. However long the list is, none of it is held. */
export function jsonList<Item>(name: string): { add: (item: Item) => void; end: (summary: object) => void } {
  let separator = ''
  process.stdout.write(`{${JSON.stringify(name)}:[`)
  return {
    add(item) {
      process.stdout.write(separator + JSON.stringify(item))
      separator = ','
    },
    end: (summary) => void process.stdout.write(`],${JSON.stringify(summary).slice(1)}\n`),
  }
}
