/** Shorthand for a grammar (RELAX NG) of a few elements, whose names carry a prefix that `namespaces` knows. */
export function grammar({ namespaces, start, define }: Grammar): string {
  const prefixes = Object.entries(namespaces).map(([prefix, uri]) => `xmlns${prefix && `:${prefix}`}="${uri}"`)
  const defined = Object.entries(define).map(([name, pattern]) => `<r:define name="${name}">${pattern}</r:define>`)
  return `<r:grammar xmlns:r="http://relaxng.org/ns/structure/1.0" ${prefixes.join(' ')} ns="${namespaces[''] ?? ''}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><r:start>${start}</r:start>${defined.join('')}</r:grammar>`
}

export type Grammar = { namespaces: Record<string, string>; start: string; define: Record<string, string> }

export const text = '<r:text/>'
export const empty = '<r:empty/>'
export const ref = (name: string) => `<r:ref name="${name}"/>`
export const element = (name: string, ...content: string[]) =>
  `<r:element name="${name}">${content.join('') || empty}</r:element>`
export const attribute = (name: string, value = text) => `<r:attribute name="${name}">${value}</r:attribute>`
export const optional = (...patterns: string[]) => patterns.map((one) => `<r:optional>${one}</r:optional>`).join('')
export const many = (...patterns: string[]) => patterns.map((one) => `<r:zeroOrMore>${one}</r:zeroOrMore>`).join('')
export const some = (pattern: string) => `<r:oneOrMore>${pattern}</r:oneOrMore>`
export const choice = (...patterns: string[]) => `<r:choice>${patterns.join('')}</r:choice>`
export const inAnyOrder = (...patterns: string[]) => `<r:interleave>${patterns.join('')}</r:interleave>`
export const data = (type: string, ...parameters: [name: string, value: string][]) =>
  `<r:data type="${type}">${parameters.map(([name, value]) => `<r:param name="${name}">${value}</r:param>`).join('')}</r:data>`
export const value = (is: string) => `<r:value type="string">${is}</r:value>`
/** An address that stands by itself. */
export const address = data('anyURI', ['pattern', 'https?://.+'])
