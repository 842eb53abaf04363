import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

const word = readFileSync(join(import.meta.dirname, '../../newsroom/pasted/fixtures/word-2016.html'), 'utf8')

test('what is pasted from Word is plain copy, and one undo takes all of it back', async ({ desk }) => {
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '贴进来的', body: '原有的一段。', category: '本地' })
  await editor.body.getByText('原有的一段。').click()
  await desk.keyboard.press('ControlOrMeta+End')
  await desk.keyboard.press('Enter')
  await editor.body.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, word)
  await expect(editor.body.getByRole('listitem').first()).toBeVisible()
  const source = await editor.source.inputValue()
  expect(source).toContain('原有的一段。')
  expect(source).not.toMatch(/mso|style=|class=|<o:p|&nbsp;/i)
  await desk.keyboard.press('ControlOrMeta+z')
  await expect(editor.body.getByRole('listitem')).toHaveCount(0)
  await expect(editor.state).toContainText('已保存')
})
