'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import { fill } from './fill'

/** The categories on the front, in order. */
export function SettingsFront({
  words,
  initial,
  categories,
}: {
  words: DeskWords
  initial: string[]
  categories: CategoryName[]
}) {
  const [chosen, setChosen] = useState(initial)
  const [next, setNext] = useState('')
  const w = words.settings
  const nameOf = (slug: string) => categories.find((category) => category.slug === slug)?.name ?? slug

  function move(from: number, to: number) {
    setChosen((before) => {
      const slug = before[from]
      return slug === undefined ? before : before.toSpliced(from, 1).toSpliced(to, 0, slug)
    })
  }

  function add() {
    if (next) setChosen((before) => [...before, next])
    setNext('')
  }

  return (
    <>
      {chosen.length === 0 && <p className="q">{w.frontNone}</p>}
      <ol className="chosen">
        {chosen.map((slug, at) => {
          const name = nameOf(slug)
          return (
            <li key={slug}>
              <input type="hidden" name="frontCategories" value={slug} />
              <b>{at + 1}</b>
              <span>{name}</span>
              <button
                type="button"
                className="btn small bare push"
                disabled={at === 0}
                aria-label={fill(w.upOf, { name })}
                onClick={() => move(at, at - 1)}
              >
                {w.up}
              </button>
              <button
                type="button"
                className="btn small bare"
                disabled={at === chosen.length - 1}
                aria-label={fill(w.downOf, { name })}
                onClick={() => move(at, at + 1)}
              >
                {w.down}
              </button>
              <button
                type="button"
                className="btn small bare"
                aria-label={fill(w.removeOf, { name })}
                onClick={() => setChosen((before) => before.filter((each) => each !== slug))}
              >
                {w.remove}
              </button>
            </li>
          )
        })}
      </ol>
      <div className="line-form">
        <div className="field">
          <label htmlFor="front-next">{w.frontAdd}</label>
          <select id="front-next" value={next} onChange={(event) => setNext(event.target.value)}>
            <option value="">{w.frontPick}</option>
            {categories
              .filter(({ slug }) => !chosen.includes(slug))
              .map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
          </select>
        </div>
        <button type="button" className="btn" onClick={add}>
          {w.add}
        </button>
      </div>
    </>
  )
}
