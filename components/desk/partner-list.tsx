import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import type { PartnerForm } from '@/newsroom/partner'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { PartnerAdd } from './partner-add'
import { delayOf } from './partner-delay'
import { PartnerRevoke } from './partner-revoke'

/** `categories` are names as shown, none for all. */
export type ShownPartner = {
  id: number
  name: string
  delayMinutes: number
  form: PartnerForm
  categories: string[]
  isOver: boolean
}

/** Who gets our articles in a feed of their own, and a form for who is to get one. `take` makes the feed; `letGo` takes an id. */
export function PartnerList({
  words,
  partners,
  categories,
  take,
  letGo,
}: {
  words: DeskWords
  partners: ShownPartner[]
  categories: CategoryName[]
  take: SimpleAction
  letGo: SimpleAction
}) {
  const w = words.partners
  return (
    <>
      <header className="bar">
        <h1>{w.title}</h1>
        <span className="qq">{fill(w.count, { count: partners.filter(({ isOver }) => !isOver).length })}</span>
      </header>
      <div className="scroll set">
        <div className="body">
          <section aria-labelledby="partners-now">
            <h2 id="partners-now">{w.now}</h2>
            <p>{w.lead}</p>
            {partners.length === 0 ? (
              <p className="qq">{w.none}</p>
            ) : (
              <table className="tbl staff partners">
                <thead>
                  <tr>
                    <th scope="col">{w.name}</th>
                    <th scope="col">{w.form}</th>
                    <th scope="col">{w.categories}</th>
                    <th scope="col">{w.delay}</th>
                    <th scope="col">
                      <span className="sr">{w.acts}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {partners.map((partner) => (
                    <tr key={partner.id} className={partner.isOver ? 'off' : undefined}>
                      <th scope="row">{partner.name}</th>
                      <td>{w.forms[partner.form]}</td>
                      <td className="q mail">{partner.categories.join(w.between) || w.allCategories}</td>
                      <td className="q">{partner.isOver ? w.over : delayOf(partner.delayMinutes, words)}</td>
                      <td className="acts">
                        {partner.isOver ? null : <PartnerRevoke words={words} partner={partner} action={letGo} />}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <section aria-labelledby="partners-new">
            <h2 id="partners-new">{w.add}</h2>
            <p>{w.addLead}</p>
            <PartnerAdd words={words} categories={categories} action={take} />
          </section>
        </div>
      </div>
    </>
  )
}
