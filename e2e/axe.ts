import { createRequire } from 'node:module'
import type { Page } from 'playwright/test'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

type Examiner = { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }

/** What axe finds wrong on a page, a line a rule. The page's context must let the examiner in (`bypassCSP`). */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe })
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as Examiner).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}
