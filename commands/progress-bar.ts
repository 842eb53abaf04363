/** A line that shows how far a run is, on a terminal only: a log or a pipe gets nothing of it. */
export function progressBar(stream: NodeJS.WriteStream): {
  show: (done: number, total: number) => void
  clear: () => void
} {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
  const width = 30
  return {
    show(done, total) {
      const full = total === 0 ? width : Math.round((done / total) * width)
      stream.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total}`)
    },
    clear: () => stream.write('\r\u001b[2K'),
  }
}
