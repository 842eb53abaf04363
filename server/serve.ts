import { createServer, type Server } from 'node:http'
import next from 'next'
import { answerRequest } from './answer-request'

export type Serving = {
  port: number
  host: string
  development: boolean
  /** Where the built pages lie. */
  projectFolder: string
}

/** The running portal: where it listens, and how to end it without cutting anyone off. */
export type Portal = { port: number; close: () => Promise<void> }

/** Starts the portal. Throws one sentence when the port cannot be had. */
export async function serve({ port, host, development, projectFolder }: Serving): Promise<Portal> {
  const app = next({ dev: development, dir: projectFolder, hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer((request, response) => answerRequest({ request, response, handle, development }))
  if (development) server.on('upgrade', app.getUpgradeHandler())
  await listen(server, port, host)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      // Requests under way end; connections that only wait for another are let go.
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
      await app.close()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          reasons[error.code ?? '']?.(port, host) ?? `The portal cannot listen on ${host}:${port}: ${error.message}.`,
        ),
      ),
    )
    server.listen(port, host, resolve)
  })
}

const reasons: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) => `Port ${port} is taken by another program; stop that one, or set PORT to a free one.`,
  EACCES: (port) => `Port ${port} needs more rights than this account has; set PORT to one above 1023.`,
  EADDRNOTAVAIL: (_port, host) =>
    `This machine has no address ${host}; set HOST to 127.0.0.1, or to 0.0.0.0 for every network.`,
}
