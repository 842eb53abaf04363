/** The part of qrcode-svg that is used here; the package has no types of its own. */
declare module 'qrcode-svg' {
  export default class QRCode {
    constructor(options: { content: string; ecl: 'L' | 'M' | 'Q' | 'H' })
    readonly qrcode: { modules: boolean[][] }
  }
}
