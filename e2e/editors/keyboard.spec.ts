import type { Browser, Page } from 'playwright/test'
import { fill } from '../../components/desk/fill'
import { type DeskWords, deskWords } from '../../messages/words'
import { violationsOn } from '../axe'
import { startNewspaperIn } from '../newspaper-in'
import { ConflictPanel } from '../pages/conflict-panel'
import { EditorPage } from '../pages/editor-page'
import { Keyboard } from '../pages/keyboard'
import { administrator, type RunningPortal } from '../portal'
import { expect, signIn, test } from '../test'

test.skip(({ isMobile }) => isMobile, 'a telephone has no such keyboard')

for (const language of ['zh-CN', 'en']) {
  const words = deskWords(language)

  test(`with the keyboard alone a story is written, published, restored and put together, in ${language}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000)
    const portal = await startNewspaperIn(language)
    try {
      const page = await openIn(browser, portal)
      const keys = new Keyboard(page)
      await page.goto('/admin')
      await expectFit(page, 'sign-in')
      await signInByKeys(page)
      await expectFit(page, 'queue')

      await keys.tabTo(page.getByRole('link', { name: words.queue.write }))
      await keys.press('Enter')
      await page.waitForURL('**/articles/new')
      const editor = new EditorPage(page, words)
      await editor.body.waitFor()
      await keys.tabTo(editor.headline)
      await keys.type('The last ferry')
      await keys.tabTo(editor.body)
      await keys.type('It leaves at ten.')
      await keys.press('Enter', 'Control+Alt+2')
      await keys.type('Fares')
      await keys.press('Enter', 'Control+Shift+8')
      await keys.type('Adults two')
      await keys.press('Enter')
      await keys.type('Children free')
      await keys.press('Enter', 'Enter', 'Control+Alt+t')
      for (const cell of ['Day', 'From', 'To', 'Mon', '6', '22', 'Sun', '7', '21']) {
        await keys.type(cell)
        if (cell !== '21') await keys.press('Tab')
      }
      await expect(editor.source).toHaveValue(
        /It leaves at ten\.\n\n## Fares\n\n[-*] Adults two\n[-*] Children free\n\n\|? ?Day.*\n.*\n.*Mon.*\n.*Sun.*21/,
      )
      await expectFit(page, 'editor')
      await keys.press('Control+Enter')
      await expect(editor.state).toContainText(saying(words.save.published))
      await expect(editor.body).toBeFocused()
      await expectFit(page, 'published')
      const { id } = editor
      // How often the editor saved by itself meanwhile is the machine's affair.
      const published = await versionOf(editor)

      await keys.tabTo(editor.headline, { back: true })
      await keys.press('End')
      await keys.type(' today')
      await keys.press('Control+s')
      await expect(editor.state).toContainText(numbered(words.save.saved, published + 1))
      await expect(editor.headline).toBeFocused()

      await keys.tabTo(page.getByRole('link', { name: words.editor.versions, exact: true }), { back: true })
      await keys.press('Enter')
      await page.waitForURL('**/versions')
      await expectFit(page, 'versions')
      await keys.press('v')
      await page.waitForURL(/view=beside/)
      await expectFit(page, 'versions beside each other')
      await keys.press('j')
      await page.waitForURL(new RegExp(`to=${published}(&|$)`))
      const restored = fill(words.versions.restoreOf, { from: published, version: published + 2 })
      await keys.tabTo(page.getByRole('button', { name: restored }))
      await keys.press('Enter')
      await expect(page.getByText(fill(words.versions.done, { version: published + 2 }))).toBeVisible()
      // Whoever pressed it goes on from there.
      expect(await keys.focused()).not.toBe('nothing')
      await expectFit(page, 'restored')
      await keys.tabTo(page.getByRole('link', { name: words.versions.back }), { back: true })
      await keys.press('Enter')
      await page.waitForURL(`**/articles/${id}`)

      await disagree(browser, portal, { id, words, version: published + 3 })
      await editor.body.waitFor()
      await keys.tabTo(editor.headline)
      await keys.press('End')
      await keys.type(', mine')
      const conflict = new ConflictPanel(page, words)
      await expect(conflict.panel).toBeVisible()
      await expect(editor.headline).toBeFocused()
      await expectFit(page, 'conflict')
      await keys.tabTo(page.getByRole('button', { name: words.stale.go }), { back: true })
      await keys.press('Enter', 'n')
      await expect(conflict.place(words.editor.headline)).toBeFocused()
      await keys.press('1')
      await expect(conflict.result(words.editor.headline)).toContainText('The last ferry, theirs')
      await keys.tabTo(conflict.place(words.editor.headline).getByRole('button', { name: words.stale.change }))
      await keys.press('Enter', 'End')
      await keys.type(' and mine')
      await expectFit(page, 'written by hand')
      await keys.press('Control+Enter')
      await expect(conflict.panel).toHaveCount(0)
      await expect(editor.state).toContainText(numbered(words.save.saved, published + 4))
      await expect(editor.headline).toHaveValue('The last ferry, theirs and mine')
      await expect(editor.headline).toBeFocused()

      await page.goto(`/admin/articles/${id}/versions`)
      await page.getByRole('link', { name: words.versions.aside }).first().focus()
      await keys.press('Enter')
      await page.waitForURL(/aside=/)
      await expectFit(page, 'set aside')
    } finally {
      await portal.stop()
    }
  })

  test(`every stop of Tab is seen, and every room is fit to be used, in ${language}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const portal = await startNewspaperIn(language)
    try {
      const page = await openIn(browser, portal)
      const keys = new Keyboard(page)
      await page.goto('/admin/sign-in')
      expect(await keys.stops()).toMatchObject({ unseen: [] })
      await page.goto('/admin/sign-in')
      await signInByKeys(page)
      const id = await firstArticle(page)
      const rooms = [
        '',
        '?status=draft',
        '/new',
        `/${id}`,
        ...['/preview', '/versions', '/kill', '/address'].map((room) => `/${id}${room}`),
      ]
      for (const room of [...rooms.map((room) => `articles${room}`), 'categories', 'staff', 'settings']) {
        await page.goto(`/admin/${room}`, { waitUntil: 'networkidle' })
        await expectFit(page, room)
        const { count, unseen } = await keys.stops()
        expect(unseen, room).toEqual([])
        expect(count, room).toBeGreaterThan(2)
      }
    } finally {
      await portal.stop()
    }
  })

  async function signInByKeys(page: Page) {
    const keys = new Keyboard(page)
    await keys.tabTo(page.getByLabel(words.signIn.email))
    await keys.type(administrator.email)
    await keys.tabTo(page.getByLabel(words.signIn.password))
    await keys.type(administrator.password)
    await keys.press('Enter')
    await page.waitForURL('**/admin/articles')
  }
}

/** A page that an examiner is let into. */
async function openIn(browser: Browser, portal: RunningPortal): Promise<Page> {
  const context = await browser.newContext({
    baseURL: portal.url,
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
    // Colours that are still on their way from light to dark are no colours of ours.
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

/** Nothing on the page keeps anybody from using it, in light and in dark. */
async function expectFit(page: Page, where: string) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violationsOn(page), `${where}, ${colorScheme}`).toEqual([])
  }
}

/** Somebody else saves another headline. */
async function disagree(
  browser: Browser,
  portal: RunningPortal,
  { id, words, version }: { id: string; words: DeskWords; version: number },
) {
  const page = await openIn(browser, portal)
  await signIn(page, administrator, words)
  const colleague = new EditorPage(page, words)
  await colleague.open(id)
  await colleague.headline.fill('The last ferry, theirs')
  await colleague.save()
  await expect(colleague.state).toContainText(numbered(words.save.saved, version))
  await page.context().close()
}

/** The number that the save line says last. */
async function versionOf(editor: EditorPage): Promise<number> {
  return Number(/\d+$/.exec((await editor.state.textContent()) ?? '')?.[0])
}

async function firstArticle(page: Page): Promise<string> {
  const address = await page.getByRole('link', { name: 'Ferry' }).getAttribute('href')
  return /\d+$/.exec(address ?? '')?.[0] ?? ''
}

/** What a sentence says before its first gap. */
function saying(sentence: string): string {
  return sentence.split('{')[0] ?? ''
}

/** What a sentence says of a version, whatever the time is. */
function numbered(sentence: string, version: number): RegExp {
  return new RegExp(`${fill(sentence, { at: '.*', version })}$`)
}
