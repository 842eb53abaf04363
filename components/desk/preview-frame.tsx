import type { DeskWords } from '@/messages/words'

type Width = 'desktop' | 'phone'

/** The thin bar above a previewed article: what this is, the way back, two widths. */
export function PreviewBar({ words, id, width }: { words: DeskWords; id: number; width: Width }) {
  return (
    <nav className="desk preview-bar" aria-label={words.preview.label}>
      <a className="btn bare" href={`/admin/articles/${id}`}>
        {words.preview.back}
      </a>
      <strong>{words.preview.note}</strong>
      <span className="seg" role="group" aria-label={words.preview.width}>
        <a href={`/admin/articles/${id}/preview`} aria-current={width === 'desktop' ? 'true' : undefined}>
          {words.preview.desktop}
        </a>
        <a href={`/admin/articles/${id}/preview?width=phone`} aria-current={width === 'phone' ? 'true' : undefined}>
          {words.preview.phone}
        </a>
      </span>
    </nav>
  )
}
