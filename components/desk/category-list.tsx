'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { CategoryAdd } from './category-add'
import { CategoryRow, type CategoryFacts } from './category-row'
import { fill } from './fill'
import type { SimpleAction } from './form-state'

/** Beyond this many, the list begins with a field to find one. */
const manyCategories = 30

/** The categories, each editable where it stands (slug, name, description, rank), and a form to add one (name, slug). */
export function CategoryList({
  words,
  categories,
  action,
  addAction,
}: {
  words: DeskWords
  categories: CategoryFacts[]
  action: SimpleAction
  addAction: SimpleAction
}) {
  const [sought, setSought] = useState('')
  const needle = sought.trim().toLowerCase()
  return (
    <>
      <header className="bar">
        <h1>{words.categories.title}</h1>
        <span className="qq">{fill(words.categories.count, { count: categories.length })}</span>
      </header>
      <div className="scroll set">
        <div className="body">
          <section aria-labelledby="category-add">
            <h2 id="category-add">{words.categories.add}</h2>
            <p>{words.categories.addLead}</p>
            <CategoryAdd words={words} action={addAction} />
          </section>
          <section aria-labelledby="categories">
            <h2 id="categories">{words.categories.allOf}</h2>
            <p>{categories.length > 0 ? words.categories.lead : words.categories.empty}</p>
            {categories.length > manyCategories && (
              <input
                type="search"
                className="find"
                aria-label={words.categories.find}
                placeholder={words.categories.findHint}
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            )}
            {categories.length > 0 && (
              <ul className="cats">
                <li className="cat head" aria-hidden="true">
                  <span>{words.categories.name}</span>
                  <span>{words.categories.slug}</span>
                  <span>{words.categories.description}</span>
                  <span>{words.categories.rank}</span>
                  <span>{words.categories.articles}</span>
                  <span />
                </li>
                {categories.map((category) => (
                  <li key={category.slug} hidden={!matches(category, needle)}>
                    <CategoryRow category={category} words={words} action={action} />
                  </li>
                ))}
              </ul>
            )}
            {categories.length > 0 && !categories.some((category) => matches(category, needle)) && (
              <p className="q">{words.categories.noneFound}</p>
            )}
          </section>
        </div>
      </div>
    </>
  )
}

function matches({ name, slug }: CategoryFacts, needle: string): boolean {
  return name.toLowerCase().includes(needle) || slug.includes(needle)
}
