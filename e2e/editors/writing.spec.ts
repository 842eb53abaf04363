import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'
import { ownBodies, ownHostile } from './bodies'
import { openHarness } from './harness'

const samples = join(import.meta.dirname, '../../../shared/samples')
type Body = { name: string; body: string; format: 'markdown' | 'html' }

function realBodies(): Body[] {
  const posts = join(samples, 'finews/site/_posts')
  if (!existsSync(posts)) return []
  return readdirSync(posts).map((name) => {
    const body = readFileSync(join(posts, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
    return { name, body, format: /^\s*</.test(body) ? 'html' : 'markdown' }
  })
}

function hostileBodies(): string[] {
  if (!existsSync(join(samples, 'hostile'))) return ownHostile
  const read = (path: string) => JSON.parse(readFileSync(join(samples, 'hostile', path), 'utf8'))
  const purify: { payload: string }[] = read('dompurify/expect.json')
  const payloads: Record<string, string> = read('html5sec/payloads.json')
  const items: { data: string }[] = read('html5sec/items.json')
  const filled = items.map(({ data }) => data.replace(/%([a-z_]+)%/g, (whole, name: string) => payloads[name] ?? whole))
  return [...ownHostile, ...purify.map(({ payload }) => payload), ...filled]
}

/** Opens a body and gives back some words that stand once in it, each chosen when it is asked for. */
async function* wordsOf(page: Page, { body, format }: Omit<Body, 'name'>): AsyncGenerator<string> {
  const text = await page.evaluate(
    (given) => {
      window.harness.open(given.body, given.format)
      if (window.harness.told.length > 0) throw new Error('a body was told on opening')
      return window.harness.text()
    },
    { body, format },
  )
  const words = (text.match(/[\u4e00-\u9fff]{3}/g) ?? []).filter((word) => body.split(word).length === 2)
  for (const word of new Set([words[Math.floor(words.length / 3)], words.at(-1)])) {
    const isChosen = word && (await page.evaluate((chosen) => window.harness.choose(chosen), word))
    // The editor hears of a choice from the browser, a moment later.
    if (isChosen) await page.evaluate(() => new Promise((then) => setTimeout(then, 10)))
    if (isChosen) yield word
  }
}

test.describe('the editor by itself', () => {
  test.beforeEach(async ({ page }, { project }) => {
    test.skip(project.name !== 'desktop', 'the same on every screen and store')
    await openHarness(page)
  })

  test('every body is told to the byte when it is changed and changed back, and a word changed in a line changes only that word', async ({
    page,
  }, { annotations }) => {
    test.setTimeout(120_000)
    const real = realBodies()
    if (real.length === 0) annotations.push({ type: 'skipped', description: 'no samples of real copy here' })
    const wrong: string[] = []
    for (const { name, body, format } of [...ownBodies, ...real]) {
      for await (const word of wordsOf(page, { body, format })) {
        await page.keyboard.insertText('改过的')
        const told = await page.evaluate(() => window.harness.told.at(-1))
        if (told !== body.replace(word, '改过的')) wrong.push(`${name}: more than ${word} changed`)
        await page.keyboard.press('Control+z')
        if ((await page.evaluate(() => window.harness.told.at(-1))) !== body)
          wrong.push(`${name}: not as it was before ${word}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('hostile bodies open, and nothing of them runs or is fetched', async ({ page }) => {
    const bodies = hostileBodies()
    const asked: string[] = []
    page.on('request', (request) => {
      if (!/^(data|blob|about):/.test(request.url()) && request.resourceType() !== 'image') asked.push(request.url())
    })
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      dialog.dismiss().catch(() => {})
    })
    await page.evaluate(async (given) => {
      for (const [index, body] of given.entries())
        window.harness.open(`首段\n\n${body}`, index % 2 === 0 ? 'html' : 'markdown')
      await new Promise((then) => setTimeout(then, 300))
    }, bodies)
    expect(await page.evaluate(() => window.ran)).toBeUndefined()
    expect(dialogs).toEqual([])
    expect(asked).toEqual([])
  })

  test('an input method loses and doubles nothing, wherever it writes, and its letters are never told', async ({
    page,
  }) => {
    const cdp = await page.context().newCDPSession(page)
    const mark = '<span data-code="600519">茅台</span>'
    const places: [body: string, caret: string, expected: string][] = [
      ['<p>甲</p>', '甲', '<p>甲中国</p>'],
      [`<p>甲${mark}乙</p>`, '甲', `<p>甲中国${mark}乙</p>`],
      [`<p>甲${mark}乙${mark}丙</p>`, '乙', `<p>甲${mark}乙中国${mark}丙</p>`],
      ['<p>甲<strong>乙</strong>丙</p>', '乙', '<p>甲<strong>乙中国</strong>丙</p>'],
      ['<p>甲<br>乙</p>', '乙', '<p>甲<br>乙中国</p>'],
      ['<h2>甲</h2><p>乙</p>', '甲', '<h2>甲中国</h2><p>乙</p>'],
      ['<ul>\n<li>甲</li>\n</ul>', '甲', '<ul>\n<li>甲中国</li>\n</ul>'],
      ['<table><tr><td>甲</td><td>乙</td></tr></table>', '甲', '<table><tr><td>甲中国</td><td>乙</td></tr></table>'],
      [
        '<figure><img src="/a.jpg"><figcaption>甲</figcaption></figure>',
        '甲',
        '<figure><img src="/a.jpg"><figcaption>甲中国</figcaption></figure>',
      ],
    ]
    for (const [body, caret, expected] of places) {
      await page.evaluate(
        ([given, words]) => {
          window.harness.open(given, 'html')
          window.harness.caret(words)
        },
        [body, caret] as const,
      )
      for (const text of ['z', 'zh', 'zhong', 'zhong guo'])
        await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await cdp.send('Input.insertText', { text: '中国' })
      await expect.poll(() => page.evaluate(() => window.harness.told)).toEqual([expected])
    }
  })

  test('a body from outside while a word is composed waits until the word is there, and neither is lost', async ({
    page,
  }) => {
    const cdp = await page.context().newCDPSession(page)
    await page.evaluate(() => {
      window.harness.open('甲\n\n乙', 'markdown')
      window.harness.caret('甲')
    })
    await cdp.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 })
    await page.evaluate(() => window.harness.take('甲\n\n乙二'))
    expect(await page.evaluate(() => window.harness.text())).not.toContain('乙二')
    await cdp.send('Input.insertText', { text: '中' })
    await expect.poll(() => page.evaluate(() => window.harness.told)).toEqual(['甲中\n\n乙二'])
    expect(await page.evaluate(() => window.harness.text())).toMatch(/^甲中\s+乙二$/)
  })
})

test('with the keyboard alone an editor writes, marks, and saves', async ({ desk }, { project }) => {
  test.skip(project.name.startsWith('phone'), 'a telephone has no such keyboard')
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.headline.fill('渡口新开夜班船')
  await editor.body.focus()
  const { keyboard } = desk
  await keyboard.type('末班船延到')
  await keyboard.press('Control+b')
  await keyboard.type('二十三时')
  await keyboard.press('Control+b')
  await keyboard.type('。')
  await keyboard.press('Enter')
  await keyboard.type('票价')
  await keyboard.press('Alt+F10')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.press('Control+Shift+8')
  await keyboard.type('成人两元')
  await keyboard.press('Enter')
  await keyboard.type('儿童免票')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('见')
  await keyboard.press('Control+Alt+l')
  await keyboard.type('https://example.org/ferry')
  await keyboard.press('Enter')
  await keyboard.press('Control+Alt+s')
  await keyboard.type('600519')
  await expect(desk.getByRole('option', { name: /600519/ })).toBeVisible()
  await keyboard.press('Enter')
  const written = [
    '末班船延到**二十三时**。',
    '## 票价',
    '- 成人两元\n- 儿童免票',
    '见<https://example.org/ferry><span data-code="600519" data-market="sh">600519</span>',
  ].join('\n\n')
  await expect(editor.source).toHaveValue(written)
  await keyboard.press('Control+s')
  await expect(editor.state).toContainText('已保存')
  await editor.open(editor.id)
  await expect(editor.source).toHaveValue(written)
})

test('what was written as source reads as it was meant, and comes back as it was but for the word that changed', async ({
  desk,
}) => {
  const source =
    '导语*一*段。\n\n* 甲\n* 乙\n\n<p align=center>居中&nbsp;的话</p>\n\n<video src="a.mp4"></video>\n\n[a]: https://example.org\n'
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: '源码', body: source })
  await expect(editor.source).toHaveValue(source)
  await editor.body.getByText('居中').click()
  await desk.keyboard.press('End')
  await desk.keyboard.type('说')
  await expect(editor.source).toHaveValue(source.replace('的话', '的话说'))
  await editor.save()
  await expect(editor.state).toContainText('已保存')
  await editor.open(editor.id)
  await expect(editor.source).toHaveValue(source.replace('的话', '的话说'))
  await expect(editor.body.getByRole('listitem')).toHaveText(['甲', '乙'])
})
