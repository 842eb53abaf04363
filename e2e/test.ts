import { type BrowserContext, expect, type Page, test as base } from 'playwright/test'
import type { DeskWords } from '../messages/words'
import { desk as chinese } from '../messages/zh-CN/desk'
import { administrator, type RunningPortal, type Store, startPortal, startPortalsOn } from './portal'

export type Options = {
  /** Which store the portals of a project run on. */
  store: Store
}
type Workers = Options & {
  /** Has every portal of this worker start on the project's store. */
  onStore: undefined
  /** A portal with the demonstration newspaper and an administrator, one for each worker. */
  portal: RunningPortal
  /** What the browser of the administrator keeps, who signed in on it once. */
  session: Session
}
type Session = Awaited<ReturnType<BrowserContext['storageState']>>
type Tests = {
  /** A page of somebody who is signed in as administrator. */
  desk: Page
  /** The same in another browser. */
  colleague: Page
  signedIn: () => Promise<Page>
}

export const test = base.extend<Tests, Workers>({
  store: ['sqlite', { option: true, scope: 'worker' }],
  onStore: [
    async ({ store }, use) => {
      startPortalsOn(store)
      await use(undefined)
    },
    { scope: 'worker', auto: true },
  ],
  portal: [
    async ({ onStore: _ }, use) => {
      const portal = await startPortal()
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  session: [
    async ({ browser, portal }, use) => {
      const context = await browser.newContext({ baseURL: portal.url })
      await signIn(await context.newPage(), administrator)
      await use(await context.storageState())
      await context.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
  desk: async ({ signedIn }, use) => use(await signedIn()),
  colleague: async ({ signedIn }, use) => use(await signedIn()),
  signedIn: async (
    { browser, portal, session, contextOptions, viewport, isMobile, hasTouch, locale, timezoneId },
    use,
  ) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: portal.url,
        viewport,
        isMobile,
        hasTouch,
        locale,
        timezoneId,
        storageState: session,
      })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

/** Signs somebody in through the form. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string },
  { signIn: words }: DeskWords = chinese,
): Promise<void> {
  await page.goto('/admin/sign-in')
  await page.getByLabel(words.email).fill(email)
  await page.getByLabel(words.password).fill(password)
  await page.getByRole('button', { name: words.submit }).click()
  await page.waitForURL('**/admin/articles')
}
