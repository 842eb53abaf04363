export function serveProcess(environment: Record<string, string | undefined>): {
  flags: string[]
  variables: Record<string, string>
}
