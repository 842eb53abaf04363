import type { Locator, Page } from 'playwright/test'

/** What was done with an article, and any version of it beside another. */
export class VersionsPage {
  constructor(readonly page: Page) {}

  /** `query` is of the page's address, with its question mark. */
  async open(id: string, query = ''): Promise<void> {
    await this.page.goto(`/admin/articles/${id}/versions${query}`)
  }

  get list(): Locator {
    return this.page.getByRole('navigation', { name: '版本列表' })
  }

  get compared(): Locator {
    return this.page.getByRole('region', { name: '比较' })
  }

  /** Goes to what was set aside last. */
  async openAside(id: string): Promise<void> {
    await this.open(id)
    await this.list
      .getByRole('link', { name: /没有并进的/ })
      .first()
      .click()
  }

  get bringBack(): Locator {
    return this.page.getByRole('button', { name: '放回稿件' })
  }
}
