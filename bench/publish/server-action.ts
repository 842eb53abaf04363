import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../process/program'

const manifest = z.object({ node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })) })

/** The number that the build gave a Server Action. */
function idOf(filename: string, exportedName: string): string {
  const text = readFileSync(join(root, '.next/server/server-reference-manifest.json'), 'utf8')
  const found = Object.entries(manifest.parse(JSON.parse(text)).node).find(
    ([, action]) => action.filename === filename && action.exportedName === exportedName,
  )
  if (!found) throw new Error(`the build has no action ${exportedName} of ${filename}`)
  return found[0]
}

export type Action = { filename: string; exportedName: string; page: string }
export type ActionAnswer = { cookies: string[]; redirect: string | null; state: unknown }

/** Sends a form to a Server Action of the desk, as a browser with scripts does: the state before, then the form. */
export async function sendForm(
  origin: string,
  { filename, exportedName, page }: Action,
  { fields, cookie }: { fields: Record<string, string>; cookie: string },
): Promise<ActionAnswer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
  form.append('0', JSON.stringify([{ outcome: 'untouched' }, '$K1']))
  const answer = await fetch(origin + page, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'next-action': idOf(filename, exportedName), accept: 'text/x-component', origin, cookie },
    body: form,
  })
  const text = await answer.text()
  const state = /^\w+:(\{.*"outcome".*\})$/m.exec(text)?.[1]
  const redirect = answer.headers.get('x-action-redirect')
  if (!state && redirect === null) throw new Error(`${exportedName} answered ${answer.status}: ${text.slice(0, 300)}`)
  return { cookies: answer.headers.getSetCookie(), redirect, state: state ? JSON.parse(state) : null }
}
