import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright'
import { bundleEditor, openHarness } from '@/e2e/editors/harness'
import { type Finding, ofRounds } from '../report/finding'
import { quantile } from '../report/quantile'

const part = 'editor'
const rounds = 9
const keys = 120
const characters = 10_000

/** Opens a long article in the editor and types in its middle, in the browser that DIBAO_BROWSER_PATH names or Playwright's own. */
export async function measureEditor(say: (words: string) => void): Promise<Finding[]> {
  const bundle = await bundleEditor()
  const size: Finding = {
    part,
    what: 'editor, with its words, gzip',
    unit: 'kB',
    figure: gzipSync(bundle).length / 1000,
  }
  const browser = await chromium
    .launch({
      ...(process.env.DIBAO_BROWSER_PATH && { executablePath: process.env.DIBAO_BROWSER_PATH }),
      ...(process.env.DIBAO_BROWSER_ARGS && { args: process.env.DIBAO_BROWSER_ARGS.split(' ') }),
    })
    .catch(() => null)
  if (!browser) say('No browser: put the path of a Chromium into DIBAO_BROWSER_PATH.')
  const page = await browser?.newPage()
  try {
    if (page) await openHarness(page)
    const findings: Finding[] = []
    for (const format of ['markdown', 'html'] as const) {
      say(`Opening ${characters.toLocaleString('en')} characters of ${format} …`)
      findings.push(...(await measureFormat(page, format)))
    }
    return [...findings, size]
  } finally {
    await browser?.close()
  }
}

async function measureFormat(page: Page | undefined, format: 'markdown' | 'html'): Promise<Finding[]> {
  const opened = page ? await timeOpening(page, format) : []
  const pressed = page ? await timeKeys(page) : []
  const about = `${characters.toLocaleString('en')} characters of ${format}`
  return [
    { part, what: `opening ${about}, until painted`, unit: 'ms', ...ofRounds(opened), goal: { most: 300 } },
    {
      part,
      what: `a key in ${about}, 95th percentile`,
      unit: 'ms',
      figure: pressed.length > 0 ? quantile(pressed, 0.95) : null,
      goal: { most: 16 },
      ...(pressed.length > 0 && {
        note: `median ${quantile(pressed, 0.5).toFixed(1)} ms, from the browser’s event to the body being told`,
      }),
    },
  ]
}

function timeOpening(page: Page, format: 'markdown' | 'html'): Promise<number[]> {
  return page.evaluate(
    async (given) => {
      const times: number[] = []
      for (let round = 0; round < given.rounds; round++) {
        await new Promise((then) => setTimeout(then, 100))
        const started = performance.now()
        window.harness.open(given.body, given.format)
        await new Promise((then) => requestAnimationFrame(() => setTimeout(then)))
        times.push(performance.now() - started)
      }
      return times
    },
    { body: longBody(format), format, rounds },
  )
}

async function timeKeys(page: Page): Promise<number[]> {
  const times = await page.evaluateHandle(() => {
    window.harness.caret('第二十段')
    const taken: number[] = []
    let begun = 0
    document.addEventListener(
      'beforeinput',
      () => {
        begun = performance.now()
      },
      true,
    )
    // The editor reads what was typed in a microtask after the browser's event.
    document.addEventListener('input', () => setTimeout(() => taken.push(performance.now() - begun)), true)
    return taken
  })
  for (let key = 0; key < keys; key++) await page.keyboard.insertText('桥')
  return times.jsonValue()
}

/** Fifty paragraphs with marks, links and securities, as copy has them. */
function longBody(format: 'markdown' | 'html'): string {
  const security = '<span data-code="600519" data-market="sh">贵州茅台</span>'
  const strong = format === 'html' ? '<strong>两成</strong>' : '**两成**'
  const link = format === 'html' ? '<a href="https://example.org/a">公告</a>' : '[公告](https://example.org/a)'
  const sentence = `今天的成交比昨天多${strong}，${security}见${link}；渡口的末班船照旧在二十三时开出，票价不变。`
  const words = sentence.replace(/<[^>]*>|[*[\]]|\(.*?\)/g, '')
  const times = Math.ceil(characters / 50 / words.length)
  const paragraphs = Array.from({ length: 50 }, (_, index) => {
    const first = index === 19 ? '第二十段' : ''
    return format === 'html' ? `<p>${first}${sentence.repeat(times)}</p>` : `${first}${sentence.repeat(times)}\n\n`
  })
  return paragraphs.join('')
}
