import { searchField } from '../pages/search-field'
import { EditorPage } from '../pages/editor-page'
import { expect, test } from '../test'

test('a reader looks for two signs from any page and finds every article that has them, marked', async ({
  page,
  isMobile,
}) => {
  await page.goto('/')
  if (isMobile) await page.getByRole('navigation', { name: '报头栏目' }).getByRole('link', { name: '搜索' }).click()
  const box = searchField(page).filter({ visible: true })
  await box.first().fill('砚江')
  await box.first().press('Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
  await expect(page.getByRole('status').filter({ hasText: '找到' })).toContainText('符合“砚江”的稿件')
  const hits = page.getByRole('region', { name: '结果' }).getByRole('listitem')
  expect(await hits.count()).toBeGreaterThan(3)
  for (const hit of await hits.all()) await expect(hit.locator('mark', { hasText: '砚江' }).first()).toBeVisible()
  await hits.first().getByRole('link').click()
  await expect(page.getByRole('article')).toContainText('砚江')
})

test('what was found is narrowed by links, and by words that mean the same', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('棠州')}`)
  const filters = page.getByRole('complementary', { name: '筛选' })
  const first = filters.getByRole('link', { name: /\d$/ }).first()
  await expect(first).toBeVisible()
  const category = filters.locator('section', { hasText: '栏目' }).getByRole('link').nth(1)
  const count = Number(/\d+$/.exec((await category.textContent()) ?? '')?.[0])
  await category.click()
  await expect(page).toHaveURL(/%E6%A0%8F%E7%9B%AE/)
  await expect(page.getByRole('status').filter({ hasText: '找到' })).toContainText(`找到${count}篇`)
})

test('what an editor publishes is found with the next request, and what is withdrawn is not', async ({
  desk,
  request,
}) => {
  const word = `桐桥夜渡${Date.now()}`
  const found = async () =>
    (await (await request.get(`/search?q=${encodeURIComponent(word)}`)).text()).includes('class="hits"><li>')
  expect(await found()).toBe(false)
  const editor = new EditorPage(desk)
  await editor.openNew()
  await editor.write({ headline: word, body: '末班船延到二十三时。', category: '产业' })
  await editor.publish()
  await expect(editor.state).toContainText('已发布')
  expect(await found()).toBe(true)
})

test('whatever is typed is answered with a page that says what was understood', async ({ page, request }) => {
  const typed = [
    '"',
    '。。。',
    '-',
    "') OR 1=1 --",
    'NEAR(a b)',
    '*',
    '"国企 -',
    '之后:昨天',
    '栏目:没有这个',
    '\u0001\u0000',
    '国'.repeat(10_000),
  ]
  for (const q of typed) {
    const answer = await request.get(`/search?q=${encodeURIComponent(q)}`)
    expect(answer.status(), q.slice(0, 20)).toBe(200)
    expect(await answer.text()).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/)
  }
  await page.goto(`/search?q=${encodeURIComponent('砚江 之后:昨天')}`)
  await expect(page.getByRole('main').getByRole('status')).toContainText('没有用到：之后:昨天')
  await page.goto('/search')
  await expect(page.getByRole('main').getByRole('status')).toContainText('逐字相符')
})

test('no two ways of writing a question make two pages', async ({ request }) => {
  const etags = await Promise.all(
    [
      '/search?q=%E7%A0%9A%E6%B1%9F',
      '/search?utm=1&q=%e7%a0%9a%e6%b1%9f',
      '/search?q=+%E7%A0%9A%E6%B1%9F+&after=x',
    ].map(async (path) => (await request.get(path)).headers().etag),
  )
  expect(new Set(etags).size).toBe(1)
})
