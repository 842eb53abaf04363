import { expect, type Page } from 'playwright/test'

/** Presses a key, and again where nothing came of it: nothing on a page shows when it begins to listen. `came` waits for a second or more. */
export async function pressUntil(page: Page, key: string, came: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await came()
  }).toPass()
}
