import type { Locator, Page } from 'playwright/test'

/** The editor as a person uses it. */
export class EditorPage {
  constructor(readonly page: Page) {}

  async openNew(): Promise<void> {
    await this.page.goto('/admin/articles/new')
    await this.ready()
  }

  async open(id: string | number): Promise<void> {
    await this.page.goto(`/admin/articles/${id}`)
    await this.ready()
  }

  get headline(): Locator {
    return this.page.getByRole('textbox', { name: '标题', exact: true })
  }

  get standfirst(): Locator {
    return this.page.getByRole('textbox', { name: '导语', exact: true })
  }

  get body(): Locator {
    return this.page.getByRole('textbox', { name: '正文', exact: true })
  }

  /** The body's source, as the form sends it. */
  get source(): Locator {
    return this.page.locator('input[name="body"]')
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: '正文格式' })
  }

  /** Writes the body as source, and goes back to writing it as it reads. */
  async writeSource(source: string): Promise<void> {
    await this.page.getByRole('tab', { name: '源码' }).click()
    await this.page.getByRole('textbox', { name: '正文源码' }).fill(source)
    await this.page.getByRole('tab', { name: '写', exact: true }).click()
  }

  get state(): Locator {
    return this.page.getByRole('status', { name: '保存状态' })
  }

  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true })
  }

  async write({
    headline,
    body,
    standfirst,
    category,
  }: {
    headline: string
    body: string
    standfirst?: string
    category?: string
  }): Promise<void> {
    await this.headline.fill(headline)
    if (standfirst !== undefined) await this.standfirst.fill(standfirst)
    await this.writeSource(body)
    if (category !== undefined) await this.field('栏目').selectOption({ label: category })
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: '保存', exact: true }).click()
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: /^(再次)?发布/ }).click()
  }

  /** The address that the desk gives after publishing. */
  async address(): Promise<string> {
    return this.page.getByRole('textbox', { name: '文章地址' }).first().inputValue()
  }

  get id(): string {
    return /\/admin\/articles\/(\d+)/.exec(this.page.url())?.[1] ?? ''
  }

  private async ready(): Promise<void> {
    // Before the scripts have come the fields are read-only, so that no word is typed into nothing.
    await this.headline.and(this.page.locator(':not([readonly])')).waitFor()
    await this.body.waitFor()
  }
}
