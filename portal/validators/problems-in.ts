import { validateXML } from 'xmllint-wasm'

/**
 * What libxml2 says against documents: that they are not well-formed XML 1.0, or not what a grammar (RELAX NG) allows; nothing is right. For
 * tests.
 */
export async function problemsIn(documents: string[], grammar: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents: Buffer.from(contents) })),
    schema: [grammar],
    extension: 'relaxng',
    maxMemoryPages: 4096,
  })
  return errors.map(({ rawMessage }) => rawMessage)
}
