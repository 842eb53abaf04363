import type { Locator, Page } from 'playwright/test'

/** The page that tells readers what was put right in an article, as an editor uses it. */
export class CorrectPage {
  constructor(readonly page: Page) {}

  async open(id: string | number): Promise<void> {
    await this.page.goto(`/admin/articles/${id}/correct`)
    // Before the scripts have come the field is read-only.
    await this.text.and(this.page.locator(':not([readonly])')).waitFor()
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: '给读者的话（会公开）' })
  }

  get answer(): Locator {
    return this.page.locator('#correct-answer')
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: '发出更正' }).click()
  }
}
