import { defineConfig } from 'playwright/test'
import type { Options } from './test'

/** scripts/steps/browser.mjs finds the browser and tells through the environment; without it, Playwright's own is used. */
const launchOptions = {
  executablePath: process.env.DIBAO_BROWSER_PATH,
  args: process.env.DIBAO_BROWSER_ARGS?.split(' '),
}

const behind = [
  'bringing-pictures',
  'copy-for-wechat',
  'desk-search',
  'doors',
  'keyboard',
  'moving',
  'old-site',
  'older-pages',
  'poison',
  'published-at-once',
  'push',
  'related',
  'saving',
  'search-engines',
  'securities',
  'settings',
  'start-and-stop',
  'store',
  'verify-addresses',
]

/** What goes on in a browser alone, whichever store the page came from. */
const inBrowser = [
  'accessibility',
  'copy-for-wechat',
  'copying-the-address',
  'documents',
  'fetching-ahead',
  'html-bodies',
  'keyboard',
  'library-accessibility',
  'pasting',
  'reading-choices',
  'suggestions',
  'times',
  'weight',
]
const files = (names: string[]) => names.map((name) => `**/${name}.spec.ts`)

const screens = [
  { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
  {
    name: 'phone',
    // What these try goes on behind the pages, or needs a keyboard; the pages themselves are looked at by the others.
    testIgnore: files(behind),
    use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  },
]

/**
 * `npm test` starts a PostgreSQL server and tells where; without it the pages are tried on SQLite alone. What the store has a part in is
 * tried on both; no page looks otherwise for the store that it came from.
 */
const onPostgresql = process.env.DIBAO_TEST_POSTGRESQL
  ? screens
      .filter(({ name }) => name === 'desktop')
      .map(({ name, use }) => ({
        name: `${name}-postgresql`,
        testIgnore: files(inBrowser),
        use: { ...use, store: 'postgresql' as const },
      }))
  : []

export default defineConfig<object, Options>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  forbidOnly: Boolean(process.env.CI),
  // What passes only then is counted apart, and named: docs/decisions/0030-a-second-try.md.
  retries: Number(process.env.DIBAO_E2E_RETRIES ?? 0),
  workers: 2,
  reporter: [['list'], ['json', { outputFile: process.env.DIBAO_E2E_RESULT ?? '../test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions,
    // Recording takes a fifth of the time, and hardly anything fails: npm run test:e2e -- --trace on FILE for what does.
    trace: 'off',
  },
  projects: [...screens, ...onPostgresql],
})
