import type { Locator, Page } from 'playwright/test'

export type GivenFile = { name: string; mimeType: string; buffer: Buffer }

/** The picture library as a person uses it. */
export class MediaPage {
  constructor(readonly page: Page) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`/admin/media${query}`)
    await this.ready()
  }

  async ready(): Promise<void> {
    await this.picker.and(this.page.locator(':enabled')).waitFor({ state: 'attached' })
  }

  /** The field that the button to upload stands for. */
  get picker(): Locator {
    return this.page.locator('.upload input[type="file"]')
  }

  get pictures(): Locator {
    return this.page.getByRole('region', { name: '图片', exact: true }).getByRole('list', { name: '图片' })
  }

  picture(name: string): Locator {
    return this.pictures.getByRole('button', { name })
  }

  get uploads(): Locator {
    return this.page.getByRole('region', { name: '传图的结果' })
  }

  upload(name: string): Locator {
    return this.uploads.getByRole('listitem').filter({ hasText: name })
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: '选中的图片' })
  }

  field(name: string | RegExp): Locator {
    return this.inspector.getByLabel(name, { exact: true })
  }

  async give(...files: GivenFile[]): Promise<void> {
    await this.picker.setInputFiles(files)
  }

  async save(): Promise<void> {
    await this.inspector.getByRole('button', { name: '保存资料' }).click()
  }

  /** Drops files on the page, as from a folder beside the browser. */
  async drop(on: Locator, ...files: GivenFile[]): Promise<void> {
    await this.bring(on, 'drop', files)
  }

  async paste(on: Locator, ...files: GivenFile[]): Promise<void> {
    await this.bring(on, 'paste', files)
  }

  private async bring(on: Locator, how: 'drop' | 'paste', files: GivenFile[]): Promise<void> {
    const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString('base64') }))
    await on.evaluate(
      (element, { how, given }) => {
        const data = new DataTransfer()
        for (const { name, mimeType, bytes } of given) {
          const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
          data.items.add(new File([content], name, { type: mimeType }))
        }
        const { left, top } = element.getBoundingClientRect()
        const event =
          how === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent('drop', {
                dataTransfer: data,
                bubbles: true,
                cancelable: true,
                clientX: left + 20,
                clientY: top + 10,
              })
        element.dispatchEvent(event)
      },
      { how, given },
    )
  }
}
