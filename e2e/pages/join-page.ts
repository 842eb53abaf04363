import type { Page } from 'playwright/test'

/** The door for somebody who has no account yet. */
export class JoinPage {
  constructor(readonly page: Page) {}

  /** Comes by a link, and makes an account. */
  async join(
    link: string,
    { name, email, password }: { name: string; email: string; password: string },
  ): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel('姓名').fill(name)
    await this.page.getByLabel('邮箱').fill(email)
    await this.page.getByLabel('密码').fill(password)
    await this.page.getByRole('button', { name: '加入' }).click()
    await this.page.waitForURL('**/admin/articles')
  }
}
