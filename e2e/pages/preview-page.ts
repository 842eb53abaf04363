import type { Locator, Page } from 'playwright/test'

/** An article as readers will get it, and the links that show it to people without an account. */
export class PreviewPage {
  constructor(readonly page: Page) {}

  /** Goes to an article's preview and unfolds its links. */
  async openLinks(id: string): Promise<void> {
    await this.page.goto(`/admin/articles/${id}/preview`)
    await this.page.getByText('给没有账号的人看').click()
  }

  get make(): Locator {
    return this.page.getByRole('button', { name: '生成链接' })
  }

  /** One for each link that may be taken back. */
  get revoke(): Locator {
    return this.page.getByRole('button', { name: /^收回/ })
  }

  /** Makes a link to an article; the answer is where it leads. */
  async share(id: string): Promise<string> {
    await this.openLinks(id)
    await this.make.click()
    return new URL(await this.page.getByRole('textbox', { name: '预览链接' }).inputValue()).pathname
  }
}
