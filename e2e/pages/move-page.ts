import type { Locator, Page } from 'playwright/test'

/** The page that gives an article another address, as a person uses it. */
export class MovePage {
  constructor(readonly page: Page) {}

  async open(id: string | number): Promise<void> {
    await this.page.goto(`/admin/articles/${id}/address`)
    // Before the scripts have come the fields are read-only.
    await this.slug.and(this.page.locator(':not([readonly])')).waitFor()
  }

  get slug(): Locator {
    return this.page.getByRole('textbox', { name: '地址名' })
  }

  get time(): Locator {
    return this.page.getByLabel(/^发布时间/)
  }

  /** Where the article would stand, and what becomes of the old address. */
  get preview(): Locator {
    return this.page.getByRole('group', { name: /文章(现在)?在$/ })
  }

  /** Every address that it has or had. */
  get ledger(): Locator {
    return this.page.getByRole('listitem')
  }

  get answer(): Locator {
    return this.page.locator('#move-answer')
  }

  async move(): Promise<void> {
    await this.page.getByRole('button', { name: '移到新地址' }).click()
  }
}
