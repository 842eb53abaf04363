import type { Locator, Page } from 'playwright/test'

/** Where somebody puts two versions together. */
export class ConflictPanel {
  constructor(readonly page: Page) {}

  get panel(): Locator {
    return this.page.getByRole('region', { name: /先存了一版/ })
  }

  /** A place that both changed. */
  place(name: string): Locator {
    return this.panel.getByRole('group', { name, exact: true })
  }

  /** What will stand in it. */
  result(name: string): Locator {
    return this.place(name).locator('.res')
  }

  get merge(): Locator {
    return this.panel.getByRole('button', { name: /合并，存为版本/ })
  }

  get said(): Locator {
    return this.panel.getByRole('status')
  }
}
