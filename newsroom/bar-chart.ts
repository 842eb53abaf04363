import type { Element, ElementContent } from 'hast'
import { toString as textIn } from 'hast-util-to-string'

/**
 * Makes a chart of a fenced block whose language is `bars`: a first line `title | unit`, then a line `name | number` a bar. It is
 * a table that anyone can read, with bars drawn as SVG, since readers' pages allow no style in the markup.
 * Null for any other block, and for one that does not read so: it then stays as written.
 */
export function toBarChart(pre: Element): Element | null {
  const code = pre.children.find((child) => child.type === 'element' && child.tagName === 'code')
  if (code?.type !== 'element' || !String(code.properties.className).includes('language-bars')) return null
  const [first = '', ...rest] = textIn(code).trim().split('\n')
  const [title = '', unit = ''] = first.split('|').map((part) => part.trim())
  const bars = rest.filter((line) => line.trim() !== '').map(readBar)
  if (bars.length === 0 || !bars.every((bar) => bar !== null)) return null
  const longest = Math.max(...bars.map((bar) => Math.abs(bar.value))) || 1
  return element('figure', { className: ['bars'] }, [
    element('figcaption', {}, [text(title), ...(unit ? [element('span', { className: ['unit'] }, [text(unit)])] : [])]),
    element('table', {}, [
      element(
        'tbody',
        {},
        bars.map((bar) =>
          element('tr', {}, [
            element('th', { scope: 'row' }, [text(bar.name)]),
            element('td', { className: ['n'] }, [text(bar.shown)]),
            element('td', { className: ['track'] }, [drawBar((Math.abs(bar.value) / longest) * 100)]),
          ]),
        ),
      ),
    ]),
  ])
}

type Bar = { name: string; shown: string; value: number }

function readBar(line: string): Bar | null {
  const [name = '', shown = ''] = line.split('|').map((part) => part.trim())
  const value = Number(shown.replace(/[,\s]/g, ''))
  return name && shown && Number.isFinite(value) ? { name, shown, value } : null
}

function drawBar(percent: number): Element {
  const box = { className: ['bar'], viewBox: '0 0 100 4', preserveAspectRatio: 'none', ariaHidden: 'true' }
  return element('svg', box, [element('rect', { width: Math.round(percent * 10) / 10, height: 4 }, [])])
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
