import type { ReactElement } from 'react'
import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { QrCode } from './qr-code'

/** Where the code is dark, read from its one path as a browser draws it. */
function drawnOf(address: string): boolean[][] {
  const code = QrCode({ address, label: '本文地址的二维码' }) as ReactElement<{
    viewBox: string
    children: ReactElement<{ d: string }>[]
  }>
  const size = Number(code.props.viewBox.split(' ')[2])
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  let [x, y] = [0, 0]
  for (const [, step, by, down] of (code.props.children[1]?.props.d ?? '').matchAll(/([Mhm])(\d+)(?: ([\d.]+))?/g)) {
    if (step === 'M') [x, y] = [Number(by), Math.floor(Number(down))]
    else {
      if (step === 'h') drawn[y]?.fill(true, x, x + Number(by))
      x += Number(by)
    }
  }
  return drawn
}

it('the code that a reader scans is dark where the address has it dark, with light around', () => {
  const address = 'https://news.example/chanye/2026/11/29/70.html'
  expect(drawnOf(address)).toEqual(encode(address, { ecc: 'M', border: 2, maskPattern: 3 }).data)
})

it('an address too long for a code has none', () => {
  expect(QrCode({ address: `https://news.example/${'a'.repeat(3000)}`, label: '二维码' })).toBeNull()
})
