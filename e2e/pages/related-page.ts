import type { Locator, Page } from 'playwright/test'

/** What an article has to do with others, as a person of the desk decides it. */
export class RelatedPage {
  constructor(readonly page: Page) {}

  /** A part of the page by its name: 同题报道, 编辑置顶, 前情… */
  part(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name })
  }

  get answer(): Locator {
    return this.page.locator('#related-answer')
  }

  /** Presses a button by the keyboard alone. */
  async press(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name })
    await button.and(this.page.locator(':enabled')).focus()
    await this.page.keyboard.press('Enter')
  }

  async find(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: '标题或正文里的字' }).fill(words)
    await this.page.keyboard.press('Enter')
    await this.page.waitForURL(/\?q=/)
  }
}
