/** Prints one line of sums, names what failed, says what could not be run, and gives the exit code. */
export function summarise(results, omitted = []) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const flaky = sum('flaky')
  const failing = results.filter((result) => result.failed > 0).map((result) => result.name)
  process.stdout.write(
    `\n${sum('passed')} passed, ${sum('failed')} failed${failing.length ? ` (${failing.join(', ')})` : ''}\n`,
  )
  if (flaky) process.stdout.write(`${flaky} more passed only when tried again, named above as flaky: find out why.\n`)
  for (const sentence of omitted) process.stdout.write(`${sentence}\n`)
  return failing.length ? 1 : 0
}
