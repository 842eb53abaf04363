import type { Element } from 'hast'

/** What an element's own `style` says, by lower-case name. Of a name said twice the last counts; `!important` is not weighed. */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const { style } = element.properties
  if (typeof style !== 'string') return new Map()
  return new Map(
    style.split(';').flatMap((declaration) => {
      const [name = '', ...value] = declaration.split(':')
      if (value.length === 0) return []
      const said = value.join(':').replace(/!\s*important/i, '')
      return [[name.trim().toLowerCase(), said.trim().toLowerCase()]]
    }),
  )
}
