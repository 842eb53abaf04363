import type { Answer } from './answer-reader'
import { openConnection } from './connection'

/** Asks on a connection of its own. */
export async function askOnce(port: number, request: string): Promise<Answer> {
  const connection = openConnection(port)
  try {
    return await connection.ask(request)
  } finally {
    connection.close()
  }
}
