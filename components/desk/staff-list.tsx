import type { DeskWords } from '@/messages/words'
import type { Role } from '@/newsroom/staff'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { StaffActs } from './staff-acts'
import { StaffInvite } from './staff-invite'

type Person = { id: number; name: string; email: string; role: Role; disabled: boolean; sessions: number }

/** Who can sign in, and a one-time link for who is to join. `invite` takes a role; `disable` and `endSessions` take an id. */
export function StaffList({
  words,
  people,
  invite,
  disable,
  endSessions,
}: {
  words: DeskWords
  people: Person[]
  invite: SimpleAction
  disable: SimpleAction
  endSessions: SimpleAction
}) {
  return (
    <>
      <header className="bar">
        <h1>{words.staff.title}</h1>
        <span className="qq">{fill(words.staff.count, { count: people.length })}</span>
      </header>
      <div className="scroll set">
        <div className="body">
          <section aria-labelledby="staff-people">
            <h2 id="staff-people">{words.staff.people}</h2>
            <p>{words.staff.lead}</p>
            <table className="tbl staff">
              <thead>
                <tr>
                  <th scope="col">{words.staff.name}</th>
                  <th scope="col">{words.staff.role}</th>
                  <th scope="col">{words.staff.email}</th>
                  <th scope="col">{words.staff.sessions}</th>
                  <th scope="col">
                    <span className="sr">{words.staff.acts}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <tr key={person.id} className={person.disabled ? 'off' : undefined}>
                    <th scope="row">
                      <span className="who" data-i={Array.from(person.name)[0]}>
                        {person.name}
                      </span>
                    </th>
                    <td>{words.roles[person.role]}</td>
                    <td className="q mail">{person.email}</td>
                    <td className="q">{person.disabled ? words.staff.disabled : sessionsOf(person, words)}</td>
                    <td className="acts">
                      {!person.disabled && (
                        <StaffActs words={words} person={person} disable={disable} endSessions={endSessions} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section aria-labelledby="staff-invite">
            <h2 id="staff-invite">{words.staff.invite}</h2>
            <p>{words.staff.inviteLead}</p>
            <StaffInvite words={words} action={invite} />
          </section>
        </div>
      </div>
    </>
  )
}

function sessionsOf({ sessions }: Person, words: DeskWords): string {
  return sessions > 0 ? fill(words.staff.sessionCount, { count: sessions }) : words.staff.noSession
}
