import type { Locator, Page } from 'playwright/test'

/** Where the desk keeps the names of tags, sources and authors. */
export class NamesPage {
  constructor(readonly page: Page) {}

  async find(kind: '标签' | '来源' | '作者', typed: string): Promise<void> {
    await this.page.goto('/admin/names')
    await this.page.getByRole('navigation', { name: '哪一类名称' }).getByRole('link', { name: kind }).click()
    await this.page.getByRole('searchbox', { name: '找名称' }).fill(typed)
    await this.page.getByRole('button', { name: '找', exact: true }).click()
    await this.page.getByRole('heading', { name: `名称里有“${typed}”的` }).waitFor()
  }

  async rename(from: string, to: string): Promise<void> {
    await this.page.getByRole('textbox', { name: `${from}的新名称` }).fill(to)
    await this.page.getByRole('button', { name: `改名：${from}` }).click()
  }

  async merge(from: string, into: string): Promise<void> {
    await this.page.getByRole('button', { name: `并入：${from}` }).click()
    await this.page.getByRole('textbox', { name: `“${from}”并入哪一个` }).fill(into)
    await this.page.getByRole('button', { name: '确定并入' }).click()
  }

  /** Where the desk says so. */
  saying(sentence: string): Locator {
    return this.page.getByRole('main').getByRole('status').filter({ hasText: sentence }).first()
  }
}
