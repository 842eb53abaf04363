import type { Locator, Page } from 'playwright/test'
import { desk as chinese } from '../../messages/zh-CN/desk'
import type { DeskWords } from '../../messages/words'

/** The editor as a person uses it. */
export class EditorPage {
  constructor(
    readonly page: Page,
    readonly words: DeskWords = chinese,
  ) {}

  async openNew(): Promise<void> {
    await this.page.goto('/admin/articles/new')
    await this.ready()
  }

  async open(id: string | number): Promise<void> {
    await this.page.goto(`/admin/articles/${id}`)
    await this.ready()
  }

  get headline(): Locator {
    return this.page.getByRole('textbox', { name: this.words.editor.headline, exact: true })
  }

  get standfirst(): Locator {
    return this.page.getByRole('textbox', { name: this.words.editor.standfirst, exact: true })
  }

  get body(): Locator {
    return this.page.getByRole('textbox', { name: this.words.editor.body, exact: true })
  }

  /** The body's source, as the form sends it. */
  get source(): Locator {
    return this.page.locator('input[name="body"]')
  }

  /** How the body is read, as the form sends it. */
  get format(): Locator {
    return this.page.locator('input[name="bodyFormat"]')
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: this.words.tools.label })
  }

  /** Where a security is asked for. */
  get security(): Locator {
    return this.page.getByRole('combobox', { name: '代码或公司名' })
  }

  get foundSecurities(): Locator {
    return this.page.getByRole('listbox', { name: '找到的证券' }).getByRole('option')
  }

  /** Writes the body as source, and goes back to writing it as it reads. */
  async writeSource(source: string): Promise<void> {
    await this.page.getByRole('tab', { name: this.words.editor.source, exact: true }).click()
    await this.page.getByRole('textbox', { name: this.words.editor.sourceLabel }).fill(source)
    await this.page.getByRole('tab', { name: this.words.editor.write, exact: true }).click()
  }

  get state(): Locator {
    return this.page.getByRole('status', { name: this.words.save.label })
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
    if (category !== undefined) await this.field(this.words.editor.category).selectOption({ label: category })
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.editor.save, exact: true }).click()
  }

  async publish(): Promise<void> {
    const { publish, publishAgain } = this.words.editor
    await this.page.getByRole('button', { name: new RegExp(`^(${publish}|${publishAgain})`) }).click()
  }

  /** The address that the desk gives after publishing. */
  async address(): Promise<string> {
    return this.page.getByRole('textbox', { name: this.words.editor.addressLabel }).first().inputValue()
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
