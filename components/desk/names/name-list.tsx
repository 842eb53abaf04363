'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { type ListNoun, listNouns } from '@/newsroom/list-address'
import { fill } from '../fill'
import { AnswerLine } from '../answer-line'
import type { SimpleAction, SimpleState } from '../form-state'
import { NameRow } from './name-row'
import type { ShownName } from './shown-name'

type Props = {
  words: DeskWords
  noun: ListNoun
  /** What was looked for; empty for the newest. */
  typed: string
  lists: ShownName[]
  isMore: boolean
  rename: SimpleAction
  merge: SimpleAction
  separate: SimpleAction
}

/** The names of tags, sources or authors, each to be changed or merged where it stands. */
export function NameList({ words, noun, typed, lists, isMore, ...acts }: Props) {
  const w = words.names
  // A list that is called otherwise is another row: what came of it is said above all of them.
  const [done, say] = useState<SimpleState>({ outcome: 'untouched' })
  return (
    <>
      <header className="bar">
        <h1>{w.title}</h1>
        <nav className="seg" aria-label={w.kind}>
          {listNouns.map((one) => (
            <a key={one} href={`/admin/names?kind=${one}`} aria-current={one === noun ? 'page' : undefined}>
              {w.kinds[one]}
            </a>
          ))}
        </nav>
      </header>
      <div className="scroll set">
        <div className="body">
          <section aria-labelledby="names">
            <h2 id="names">{typed === '' ? w.newest : fill(w.found, { typed })}</h2>
            <p>{w.lead}</p>
            <form className="row names-find" method="get" action="/admin/names">
              <input type="hidden" name="kind" value={noun} />
              <input
                type="search"
                name="q"
                key={`${noun} ${typed}`}
                defaultValue={typed}
                aria-label={w.find}
                placeholder={w.findHint}
                maxLength={80}
              />
              <button type="submit" className="btn">
                {w.findSubmit}
              </button>
            </form>
            {lists.length === 0 ? <p className="q">{typed === '' ? w.none : w.noneFound}</p> : null}
            <AnswerLine state={done} />
            <ul className="names">
              {lists.map((list) => (
                <li key={`${noun} ${list.id} ${list.name}`}>
                  <NameRow words={words} list={list} say={say} {...acts} />
                </li>
              ))}
            </ul>
            {isMore ? <p className="q">{fill(w.more, { count: lists.length })}</p> : null}
          </section>
        </div>
      </div>
    </>
  )
}
