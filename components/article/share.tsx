import { QrCode } from './qr-code'
import type { ReaderWords } from '@/messages/words'

/** The address to pass on: to read, to copy where scripts run, to scan. */
export function Share({ address, words }: { address: string; words: ReaderWords }) {
  return (
    <section className="share" aria-label={words.share}>
      <div>
        <p>
          {words.shareLasting}
          <br />
          <span className="address" id="address">
            {address}
          </span>
        </p>
        <p className="acts scripted">
          <button type="button" className="btn" data-copy={address} data-selects="address">
            {words.copyLink}
          </button>
          <span role="status" data-copied={words.copied} data-by-hand={words.copyByHand} />
        </p>
      </div>
      <div className="scan">
        <QrCode address={address} label={words.shareQr} />
        <p>{words.shareScan}</p>
      </div>
    </section>
  )
}
