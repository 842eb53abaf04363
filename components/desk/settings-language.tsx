import { languages } from '@/messages/languages'
import type { DeskWords } from '@/messages/words'

/** The newspaper's language: one that has words, or the one that an old site brought. Field: language. */
export function SettingsLanguage({ words, initial }: { words: DeskWords; initial: string }) {
  const w = words.settings
  const choices = { ...(initial in languages ? {} : { [initial]: initial }), ...languages }
  return (
    <div className="field">
      <label htmlFor="setting-language">{w.language}</label>
      <select
        id="setting-language"
        name="language"
        defaultValue={initial}
        aria-describedby="setting-language-hint settings-answer"
      >
        {Object.entries(choices).map(([tag, called]) => (
          <option key={tag} value={tag} lang={tag}>
            {called}
          </option>
        ))}
      </select>
      <span className="qq" id="setting-language-hint">
        {w.languageHint}
      </span>
    </div>
  )
}
