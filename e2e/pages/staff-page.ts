import type { Page } from 'playwright/test'

/** Where an administrator lets people in. */
export class StaffPage {
  constructor(readonly page: Page) {}

  /** Makes a link by which somebody joins in a role. */
  async invite(role: 'reporter' | 'editor'): Promise<string> {
    await this.page.goto('/admin/staff')
    await this.page.getByLabel('加入后的角色').selectOption(role)
    await this.page.getByRole('button', { name: '生成链接' }).click()
    return this.page.getByRole('textbox', { name: '一次性链接' }).inputValue()
  }
}
