import { headers } from 'next/headers'

/** What is known of the browser that asks: its name, and the network it comes from. */
export async function readVisitor(): Promise<{ agent: string; network: string }> {
  const given = await headers()
  return { agent: given.get('user-agent') ?? '', network: given.get('x-dibao-network') ?? 'unknown' }
}
