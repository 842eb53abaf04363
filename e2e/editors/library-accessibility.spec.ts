import { deskWords } from '../../messages/words'
import { violationsOn } from '../axe'
import { startNewspaperIn } from '../newspaper-in'
import { MediaPage } from '../pages/media-page'
import { freshColour, photo } from '../photos'
import { administrator } from '../portal'
import { expect, signIn, test } from '../test'

const notPicture = { name: 'axe.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }

for (const lang of ['zh-CN', 'en'])
  test(`the library has no accessibility violation, in ${lang}`, async ({ browser, viewport }) => {
    const portal = await startNewspaperIn(lang)
    const context = await browser.newContext({ baseURL: portal.url, viewport, bypassCSP: true, locale: 'zh-CN' })
    const page = await context.newPage()
    await signIn(page, administrator, deskWords(lang))
    const w = deskWords(lang).media
    const media = new MediaPage(page)
    for (const files of [[], [await photo('axe.jpg', freshColour()), notPicture]]) {
      await media.open()
      await media.give(...files)
      for (const { name } of files) await expect(page.getByText(name).first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect(await violationsOn(page), `${files.length} files`).toEqual([])
    }
    await page.getByRole('checkbox', { name: /axe\.jpg/ }).check()
    await page
      .getByRole('button', { name: /axe\.jpg/ })
      .first()
      .click()
    await page.getByRole('button', { name: w.remove }).click()
    await expect(page.getByRole('button', { name: w.removeYes, exact: true })).toBeVisible()
    expect(await violationsOn(page), 'asked whether to remove').toEqual([])
    await context.close()
    await portal.stop()
  })
