import type { Locator, Page } from 'playwright/test'

/** A page as somebody uses it who has no pointer. */
export class Keyboard {
  constructor(readonly page: Page) {}

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve())
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  /** Goes on with Tab, or back with Shift+Tab, until something has the focus. Throws where one never comes there. */
  async tabTo(target: Locator, { back = false } = {}): Promise<void> {
    const passed: string[] = []
    for (let stops = 0; stops < 150; stops++) {
      if (await target.evaluate((element) => element === document.activeElement, undefined, { timeout: 5000 })) return
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
      passed.push(await this.focused())
    }
    throw new Error(`never came there by Tab, but to: ${[...new Set(passed)].join(' → ')}`)
  }

  /** What has the focus, in a few words. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return 'nothing'
      return `${element.localName} ${element.getAttribute('aria-label') ?? element.getAttribute('name') ?? element.textContent?.trim().slice(0, 30)}`
    })
  }

  /** Every stop of Tab on the page that one cannot see the focus on, and how many there are of all. */
  async stops(): Promise<{ count: number; unseen: string[] }> {
    const unseen: string[] = []
    for (let count = 0; count < 300; count++) {
      await this.page.keyboard.press('Tab')
      if (await this.isKnown()) return { count, unseen }
      if (!(await this.isSeen())) unseen.push(await this.focused())
    }
    throw new Error('there is no end of stops')
  }

  /** Whether the focus has left the page, or has been where it is: that it is marked says so. */
  private isKnown(): Promise<boolean> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return true
      if (element.dataset.stopped) return true
      element.dataset.stopped = 'yes'
      return false
    })
  }

  /** A ring around it, or a mark on the line or the part of the page that it stands in. */
  private isSeen(): Promise<boolean> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      if (!element || element.localName === 'iframe') return true
      const isRinged = (one: Element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
      }
      if (isRinged(element)) return true
      const line = element.closest('tr')
      return line !== null && [...line.cells].some((cell) => getComputedStyle(cell).boxShadow.includes('inset'))
    })
  }
}
