import { QrCode } from './qr-code'
import type { ReaderWords } from '@/messages/words'

/** The address to pass on, to read and to scan. */
export function Share({ address, words }: { address: string; words: ReaderWords }) {
  return (
    <section className="share" aria-label={words.share}>
      <p>
        {words.shareLasting}
        <br />
        <span className="address">{address}</span>
      </p>
      <div>
        <QrCode address={address} label={words.shareQr} />
        <p>{words.shareScan}</p>
      </div>
    </section>
  )
}
