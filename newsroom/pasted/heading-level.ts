import type { Element } from 'hast'
import { styleOf } from './style-of'

/** The level of a heading from 1, by its name or as Word and WPS say it of a paragraph; null for what is none. */
export function headingLevel(element: Element): number | null {
  const named = /^h([1-6])$/.exec(element.tagName)
  if (named) return Number(named[1])
  if (element.tagName !== 'p' && element.tagName !== 'div') return null
  const outlined = /^[1-6]$/.exec(styleOf(element).get('mso-outline-level') ?? '')
  if (outlined) return Number(outlined[0])
  const classes = Array.isArray(element.properties.className) ? element.properties.className : []
  const styled = classes.map((name) => /^Mso(?:Heading([1-6])|Title)$/.exec(String(name))).find(Boolean)
  return styled ? Number(styled[1] ?? 1) : null
}
