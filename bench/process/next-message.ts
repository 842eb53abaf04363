import type { ChildProcess } from 'node:child_process'

/** The next thing that a program of ours says to us. Throws when it ends instead. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => {
      child.off('message', said).off('exit', ended)
      how()
    }
    const said = (message: unknown) => settle(() => resolve(message))
    const ended = () => settle(() => reject(new Error(`${child.spawnargs.at(-1)} ended before it answered`)))
    child.once('message', said).once('exit', ended)
  })
}
