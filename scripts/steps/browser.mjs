import { existsSync } from 'node:fs'
import path from 'node:path'
import { step } from './child.mjs'
import { ask, canInstallPackages, installPackages } from './machine.mjs'
import { Refusal, say } from './speech.mjs'

/** The shell is the same engine without windows, and starts and shows a page in three quarters of the time. */
const shell = 'chromium-headless-shell'
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const macOs = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
const windows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/** What keeps a browser from calling home, which on a closed network fails slowly; and root may not use its sandbox. */
const quietly = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
const args = process.getuid?.() === 0 ? [...quietly, '--no-sandbox'] : quietly

/**
 * A Chromium for the tests: the one DIBAO_BROWSER names, else Playwright's own, else the machine's, else one that is
 * installed now. Returns what Playwright's launch() takes.
 */
export async function findBrowser() {
  const executablePath = named() ?? (await playwrights()) ?? machines() ?? (await installed())
  if (executablePath) return { executablePath, args }
  throw new Refusal(
    'There is no browser to test with and none could be installed: install Chromium, or put the path of one into DIBAO_BROWSER.',
  )
}

/** The same as environment variables, for the programs that drive the browser. */
export async function browserEnvironment() {
  const browser = await findBrowser()
  return { DIBAO_BROWSER_PATH: browser.executablePath, DIBAO_BROWSER_ARGS: browser.args.join(' ') }
}

function named() {
  const file = process.env.DIBAO_BROWSER
  if (file && !existsSync(file))
    throw new Refusal(`DIBAO_BROWSER is ${file}, where there is nothing: put the path of a Chromium into it.`)
  return file || undefined
}

async function playwrights() {
  const { chromium } = await import('playwright')
  return [chromium.executablePath()].find(works)
}

function machines() {
  const folders =
    process.platform === 'win32'
      ? ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name])
      : []
  const inPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [
    ...inPath,
    ...macOs,
    ...folders.filter(Boolean).flatMap((folder) => windows.map((file) => path.join(folder, file))),
  ].find(works)
}

async function installed() {
  // Debian's first: on a closed network a download fails slowly.
  if (canInstallPackages && (await installPackages(['fonts-noto-cjk', shell]))) return machines()
  say('Downloading a browser for the tests …')
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  await step(['node_modules/playwright/cli.js', 'install', 'chromium'], { quiet: true, env })
  const downloaded = await playwrights()
  if (downloaded || !canInstallPackages) return downloaded
  await installPackages(['chromium', 'fonts-noto-cjk'])
  return (await playwrights()) ?? machines()
}

/** A file of that name may be a stub that only knows how to advertise itself, or lack its libraries. On Windows asking would open a window. */
function works(file) {
  return existsSync(file) && (process.platform === 'win32' || ask(file, ['--version']) !== undefined)
}
