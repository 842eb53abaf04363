import type { DeskWords } from '@/messages/words'
import type { FieldChange } from '@/newsroom/version-difference'
import { sideOf, wordDifference } from '@/newsroom/word-difference'
import { MarkedStretches } from './marked-stretches'

/** The properties that differ between two versions, with both values. */
export function VersionFields({
  words,
  fields,
  names,
  categories,
}: {
  words: DeskWords
  fields: FieldChange[]
  names: { before: string; after: string }
  categories: Record<string, string>
}) {
  if (fields.length === 0) return null
  return (
    <table className="tbl changes">
      <thead>
        <tr>
          <th scope="col">{words.versions.fields}</th>
          <th scope="col">{names.before}</th>
          <th scope="col">{names.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((change) => {
          const stretches = wordDifference(shown(change.before, change), shown(change.after, change))
          return (
            <tr key={change.field}>
              <th scope="row">{nameOf(change.field, words)}</th>
              <td>
                <MarkedStretches stretches={sideOf(stretches, 'before')} />
              </td>
              <td>
                <MarkedStretches stretches={sideOf(stretches, 'after')} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )

  function shown(value: string | boolean, { field }: FieldChange): string {
    if (typeof value === 'boolean') return value ? words.versions.yes : words.versions.no
    if (field === 'category') return categories[value] ?? value
    if (field === 'kind') return value === 'flash' ? words.kinds.flash : words.kinds.story
    if (field === 'bodyFormat') return value === 'html' ? words.versions.formats.html : words.versions.formats.markdown
    return value
  }
}

function nameOf(field: FieldChange['field'], words: DeskWords): string {
  return field === 'bodyFormat' ? words.versions.format : words.editor[field]
}
