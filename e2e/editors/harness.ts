import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright/test'

const root = join(import.meta.dirname, '../..')

/** What the page of the tests has: the editor as the desk's page opens it, without the desk's page. */
type Harness = {
  /** Opens a body in place of the one before. */
  open: (body: string, format: 'markdown' | 'html') => void
  /** All bodies the editor told since it was opened. */
  told: string[]
  /** Chooses words where they stand in a line of text; false where they stand in none. */
  choose: (words: string) => boolean
  /** Puts the caret behind words. */
  caret: (words: string) => boolean
  take: (body: string) => void
  text: () => string
}

declare global {
  interface Window {
    harness: Harness
    ran?: number
  }
}

const script = `
import { openEditor } from '@/components/desk/editor/open-editor'
import { desk } from '@/messages/zh-CN/desk'
let opened
const find = (words) => {
  const walk = document.createTreeWalker(opened.editor.view.dom, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const at = node.data.indexOf(words)
    if (at >= 0 && node.parentElement.isContentEditable) return { node, at }
  }
  return null
}
const select = (found, from, to) => {
  if (!found) return false
  opened.editor.view.focus()
  document.getSelection().setBaseAndExtent(found.node, found.at + from, found.node, found.at + to)
  return true
}
const harness = (window.harness = {
  told: [],
  open(body, format) {
    opened?.close()
    harness.told = []
    const element = document.getElementById('place')
    element.replaceChildren()
    opened = openEditor({ element, body, format, label: '正文', words: desk, onChange: (now) => harness.told.push(now) })
  },
  choose: (words) => select(find(words), 0, words.length),
  caret: (words) => select(find(words), words.length, words.length),
  take: (body) => opened.take(body),
  text: () => opened.editor.view.dom.innerText,
})
`

let bundle: Promise<string> | null = null

/** The editor as one script. */
export function bundleEditor(): Promise<string> {
  bundle ??= build({
    stdin: { contents: script, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { '@': root },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  return bundle
}

/** Makes a page that has the editor and nothing else. */
export async function openHarness(page: Page): Promise<void> {
  await page.setContent(
    '<!doctype html><meta charset="utf-8"><style>.ProseMirror{white-space:break-spaces}</style><div id="place"></div>',
  )
  await page.addScriptTag({ content: await bundleEditor() })
}
