import type { Locator, Page } from 'playwright/test'
import type { DeskWords } from '../../messages/words'
import { desk as chinese } from '../../messages/zh-CN/desk'

/** Where somebody puts two versions together. */
export class ConflictPanel {
  constructor(
    readonly page: Page,
    readonly words: DeskWords = chinese,
  ) {}

  get panel(): Locator {
    return this.page.getByRole('region', { name: afterGap(this.words.stale.title) })
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
    return this.panel.getByRole('button', { name: afterGap(this.words.stale.submit) })
  }

  get said(): Locator {
    return this.panel.getByRole('status')
  }
}

/** A sentence of the interface whatever stands in its gap. */
function afterGap(sentence: string): RegExp {
  return new RegExp(sentence.replace(/\{\w+\}/g, '.*'))
}
