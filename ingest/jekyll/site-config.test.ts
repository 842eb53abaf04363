import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { originName } from './post-article'
import { readSiteConfig } from './site-config'
import { listSiteFiles } from './site-files'

const defaults = {
  title: null,
  description: '',
  language: 'zh-CN',
  key: '',
  zone: null,
  permalink: 'date',
  categories: [],
  dibao: null,
}

describe('_config.yml', () => {
  it('that is absent, empty, broken or no map gives Jekyll’s defaults', () => {
    for (const text of [null, '', '# nothing', 'title: "', '- a\n- b', 'just words', 'a: [', '\t'])
      expect(readSiteConfig(text), String(text)).toEqual(defaults)
  })
  it('names the newspaper', () => {
    expect(
      readSiteConfig(
        'title: 金融消息\ndescription: 每日\nlang: zh-CN\nurl: https://news.example:8080/x\ntimezone: Asia/Shanghai\npermalink: pretty',
      ),
    ).toEqual({
      title: '金融消息',
      description: '每日',
      language: 'zh-CN',
      key: 'news.example:8080',
      zone: 'Asia/Shanghai',
      permalink: 'pretty',
      categories: [],
      dibao: null,
    })
  })
  it('of numbers where words are meant is read', () =>
    expect(readSiteConfig('title: 36\ndescription: 2021')).toMatchObject({ title: '36', description: '2021' }))
  it('with a zone that nobody knows leaves it to the reader’s own', () =>
    expect(readSiteConfig('title: a\ntimezone: Moon/Base')).toMatchObject({ title: 'a', zone: null }))
  it('with an address that is none has no key', () => expect(readSiteConfig('url: ""').key).toBe(''))
  it.each([
    'lang: [zh]',
    'title: {a: b}',
    'url: 5',
    'dibao: yes',
    'dibao: {categories: [a]}',
    'dibao: {facts: 3}',
    'description: null',
    'lang:',
    'url:',
    'title:',
  ])('does not lose the rest over one wrong key: %s', (wrong) => {
    const key = wrong.split(':')[0]
    const config = readSiteConfig(
      `timezone: Asia/Tokyo\npermalink: pretty\n${wrong}\n${key === 'title' ? '' : 'title: 棠州日报\n'}`,
    )
    expect(config).toMatchObject({ zone: 'Asia/Tokyo', permalink: 'pretty' })
    expect(config.title).toBe(key === 'title' ? null : '棠州日报')
    expect(config.description).toBe('')
  })
  it('with our own keys tells of categories in their order', () => {
    const { dibao } = readSiteConfig(
      'dibao:\n  seal: 棠州\n  categories:\n    yaowen: 要闻\n    bendi: {name: 本地, description: 身边事}\n  facts:\n    - {label: 水位, value: 18.42}',
    )
    expect(dibao).toEqual({
      seal: '棠州',
      imprint: [],
      legal: [],
      facts: [{ label: '水位', value: '18.42', unit: '', note: '' }],
      categories: { yaowen: '要闻', bendi: { name: '本地', description: '身边事' } },
    })
  })
})

describe('the files of a site', () => {
  let directory = ''
  afterEach(() => rm(directory, { recursive: true, force: true }))
  const list = async (...paths: string[]) => {
    directory = await mkdtemp(join(tmpdir(), 'dibao-files-'))
    for (const path of paths) {
      await mkdir(dirname(join(directory, path)), { recursive: true })
      await writeFile(join(directory, path), 'x')
    }
    return listSiteFiles(directory, originName)
  }

  it('are posts, category pages, what is served, and what only Jekyll used', async () => {
    const files = await list(
      '_config.yml',
      '_layouts/post.html',
      '_posts/2021-01-03-b.md',
      '_posts/2021-01-03-a.html',
      'old_post/2021-01-03-a.md',
      'news/_posts/2021-01-03-c.markdown',
      'category/x.html',
      'category/deep/y.html',
      'images/a.png',
      'favicon.ico',
      'index.md',
      'Gemfile',
      'Gemfile.lock',
      '.gitignore',
      'CNAME',
      'robots.txt',
      '_data/x.json',
      'assets/main.scss',
      'assets/main.css',
    )
    expect([...files.posts]).toEqual([
      ['2021-01-03-a', ['_posts/2021-01-03-a.html', 'old_post/2021-01-03-a.md']],
      ['2021-01-03-b', ['_posts/2021-01-03-b.md']],
      ['news/2021-01-03-c', ['news/_posts/2021-01-03-c.markdown']],
    ])
    expect(files.categoryPages).toEqual(['category/x.html'])
    expect(files.served).toEqual(['assets/main.css', 'favicon.ico', 'images/a.png', 'robots.txt'])
    expect(files.kept).toEqual([
      '.gitignore',
      'CNAME',
      'Gemfile',
      'Gemfile.lock',
      '_config.yml',
      '_data/x.json',
      '_layouts/post.html',
      'assets/main.scss',
      'category/deep/y.html',
      'index.md',
    ])
  })
  it('do not come from what Jekyll or git made', async () => {
    const files = await list(
      '_site/a.html',
      '.git/config',
      'node_modules/x/a.png',
      '.jekyll-cache/x',
      'vendor/x.rb',
      '_posts/2021-01-03-a.md',
    )
    expect([...files.posts.keys(), ...files.kept, ...files.served]).toEqual(['2021-01-03-a'])
  })
  it('are not looked for behind links', async () => {
    await list('_posts/2021-01-03-a.md')
    await symlink('/etc', join(directory, 'etc'))
    await symlink('/etc/hostname', join(directory, '_posts/2021-01-03-b.md'))
    const files = await listSiteFiles(directory, originName)
    expect([...files.posts.keys(), ...files.kept, ...files.served]).toEqual(['2021-01-03-a'])
  })
  it('of no folder at all are an error', async () => {
    await list()
    await expect(listSiteFiles(join(directory, 'absent'), originName)).rejects.toThrow('ENOENT')
  })
  it('with the same name in two places are one post only where one is the old one', () => {
    expect(originName('_posts/2021-01-03-a.md')).toBe(originName('old_post/2021-01-03-a.md'))
    expect(originName('news/_posts/2021-01-03-a.md')).not.toBe(originName('_posts/2021-01-03-a.md'))
  })
})
