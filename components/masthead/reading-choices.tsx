import type { ReaderWords } from '@/messages/words'

/** How one likes to read: size and theme. Only where scripts run, which keep the choice on the reader's own device. */
export function ReadingChoices({ words }: { words: ReaderWords }) {
  return (
    <section className="choices scripted" aria-labelledby="colophon-reading">
      <h2 id="colophon-reading">{words.reading}</h2>
      <Choice
        name="size"
        label={words.textSize}
        ways={[
          ['standard', words.standardSize],
          ['large', words.largeSize],
        ]}
      />
      <Choice
        name="theme"
        label={words.theme}
        ways={[
          ['system', words.themeSystem],
          ['light', words.themeLight],
          ['dark', words.themeDark],
        ]}
      />
    </section>
  )
}

function Choice({ name, label, ways }: { name: string; label: string; ways: [value: string, word: string][] }) {
  return (
    <div role="group" aria-label={label}>
      {ways.map(([value, word]) => (
        <button key={value} type="button" data-choose={name} value={value} aria-pressed="false">
          {word}
        </button>
      ))}
    </div>
  )
}
