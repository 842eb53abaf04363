/** Lines of columns: words to the left, figures to the right. */
export function table(rows: string[][]): string[] {
  const isOfWords = (column: number) =>
    rows.slice(1).some((row) => /[a-z]/i.test((row[column] ?? '').replace(/ [kM]B$/, '')))
  const columns = (rows[0] ?? []).map((_, column) => ({
    width: Math.max(...rows.map((row) => row[column]?.length ?? 0)),
    isOfWords: isOfWords(column),
  }))
  const pad = (cell: string, column: number) => {
    const { width = 0, isOfWords = false } = columns[column] ?? {}
    return isOfWords ? cell.padEnd(width) : cell.padStart(width)
  }
  return rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd())
}

/** The same for a page of Markdown. */
export function markdownTable([head = [], ...rows]: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
