import type { Page } from 'playwright/test'
import { searchField } from '../pages/search-field'
import { expect, test } from '../test'

test('a reader who types is suggested what it may be, goes there by the arrow keys, and looks for it by Enter alone', async ({
  page,
}) => {
  await page.goto('/search')
  const box = searchField(page.getByRole('main'))
  const list = page.getByRole('listbox', { name: '你要找的可能是' })
  await box.pressSequentially('yjzg')
  await expect(list.getByRole('option')).toHaveText(['砚江重工 009318证券'])
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await box.press('Escape')
  await expect(list).toBeHidden()
  await expect(box).toHaveValue('yjzg')
  await expect(box).toBeFocused()

  await box.fill('三桥')
  const first = list.getByRole('option').first()
  await expect(first).toContainText('三桥')
  await box.press('ArrowDown')
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '')
  await expect(box).toBeFocused()
  // Past the first one is back in the field, and then at the last, which is a headline.
  await box.press('ArrowUp')
  await expect(list.locator('[aria-selected]')).toHaveCount(0)
  await box.press('ArrowUp')
  const headline = list.getByRole('option', { selected: true })
  await expect(headline).toContainText('标题')
  const words = ((await headline.textContent()) ?? '').replace(/标题$/, '')
  await box.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words.slice(0, 6))

  await page.goto('/large/search')
  await box.pressSequentially('三桥')
  await expect(list.getByRole('option').first()).toHaveAttribute('href', /\/large\//)
  await box.press('Enter')
  await expect(page).toHaveURL(/\/large\/search\?q=/)
})

test('a word that is still being composed asks for nothing, and a new letter lets go of what was asked for the old one', async ({
  page,
}) => {
  const asked = await listAsked(page)
  await page.goto('/search')
  const box = searchField(page.getByRole('main'))
  await box.focus()
  // What composes is known from the file's coming on.
  await expect(box).toHaveRole('combobox')
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: "yan'jiang", selectionStart: 9, selectionEnd: 9 })
  await expect(box).toHaveValue("yan'jiang")
  await input.send('Input.insertText', { text: '砚江' })
  await expect(page.getByRole('option').first()).toBeVisible()
  expect(asked).toEqual(['砚江'])
})

test('what is composed while suggestions are still on their way is neither lost nor doubled', async ({ page }) => {
  const asked = await listAsked(page)
  let come = () => {}
  const coming = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route('**/suggest.js', (route) => coming.then(() => route.continue()))
  await page.goto('/search')
  const box = searchField(page.getByRole('main'))
  await box.focus()
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: "yan'", selectionStart: 4, selectionEnd: 4 })
  await expect(box).toHaveValue("yan'")
  come()
  await expect(box).toHaveRole('combobox')
  await input.send('Input.imeSetComposition', { text: "yan'jiang", selectionStart: 9, selectionEnd: 9 })
  await input.send('Input.insertText', { text: '砚江' })
  await expect(box).toHaveValue('砚江')
  await expect(page.getByRole('option').first()).toBeVisible()
  expect(asked.at(-1)).toBe('砚江')
})

/** What suggestions the page asks for, as it asks. */
async function listAsked(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route('**/suggest.json*', (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('q') ?? '')
    return route.continue()
  })
  return asked
}
