import { Agent, get } from 'node:http'

export type LoadResult = { answered: number; refused: number; broken: string[] }

/** Readers who ask for a page again and again, each on a connection of its own, until `stop`. */
export function startLoad(
  url: string,
  { readers }: { readers: number },
): { answered: () => number; stop: () => Promise<LoadResult> } {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const result: LoadResult = { answered: 0, refused: 0, broken: [] }
  let isOver = false
  const reading = Array.from({ length: readers }, async () => {
    while (!isOver) await readOnce()
  })
  return {
    answered: () => result.answered,
    async stop() {
      isOver = true
      await Promise.all(reading)
      agent.destroy()
      return result
    },
  }

  async function readOnce(): Promise<void> {
    const outcome = await ask(url, agent)
    if (outcome === 'answered') result.answered++
    else if (outcome === 'ECONNREFUSED') {
      // Nobody listens: the request was never taken, so none was lost.
      result.refused++
      await new Promise((resolve) => setTimeout(resolve, 20))
    } else result.broken.push(outcome)
  }
}

/** One request: `answered` when it came whole with status 200, else what went wrong. */
function ask(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    get(url, { agent }, (answer) => {
      let length = 0
      answer.on('data', (part) => {
        length += part.length
      })
      answer.on('error', (error) => resolve(`cut off: ${error.message}`))
      answer.on('end', () => {
        const isWhole = answer.complete && length === Number(answer.headers['content-length'] ?? length)
        resolve(answer.statusCode === 200 && isWhole ? 'answered' : `${answer.statusCode}, ${length} bytes`)
      })
    }).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })
}
