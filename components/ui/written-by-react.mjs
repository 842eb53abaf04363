import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/**
 * A process of its own for `html-of.test.tsx`: React DOM's writer cannot be had where server components are. What it is sent are elements as
 * lists, `[tag, props, ...children]`, without a tag for a fragment.
 */
process.on('message', (page) => process.send?.(renderToStaticMarkup(elementOf(page))))

function elementOf(page) {
  if (!Array.isArray(page)) return page
  const [tag, props, ...children] = page
  return createElement(tag ?? Fragment, props, ...children.map(elementOf))
}
