import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from './validators/read-xml'
import { Markup, sayable, xml } from './xml'

describe('XML', () => {
  it('writes markup in a gap as text', () =>
    expect(xml`<a b="${'"<&>\''}">${'<b>'}</a>`.text).toBe('<a b="&quot;&lt;&amp;&gt;&#39;">&lt;b&gt;</a>'))
  it('takes what is XML already as it is, one or many', () =>
    expect(xml`<a>${new Markup('<b/>')}${[new Markup('<c/>'), new Markup('<d/>')]}</a>`.text).toBe(
      '<a><b/><c/>\n<d/></a>',
    ))
  it('leaves out what XML cannot hold', () =>
    expect(xml`${'a\0b\u0008c\ud800d\uffffe\u{1f600}'}`.text).toBe('abc\ufffdde\u{1f600}'))
  it('keeps line ends and tabs that a parser would change, and writes plain ones plainly', () => {
    expect(xml`<a b="${'\t\n\r'}">${'\t\n\r'}</a>`.text).toBe('<a b="&#9;&#10;&#13;">\t\n&#13;</a>')
    expect(xml`<a b="${'1'}${'\n'}" c="${'\n'}"><d>${'\n'}</d>${'\n'}</a>`.text).toBe(
      '<a b="1&#10;" c="&#10;"><d>\n</d>\n</a>',
    )
  })
  it('comes back from any parser as it was, in text and in an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const read = readXml(xml`<a b="${said}">${said}</a>`.text)
        expect([read.attributes.b, read.text]).toEqual([sayable(said), sayable(said)])
      }),
    )
  })
})
