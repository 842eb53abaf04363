import type { ReactNode } from 'react'
import type { DeskWords } from '@/messages/words'
import type { Role } from '@/newsroom/staff'
import { SearchWay } from './search-way'

type Room = 'articles' | 'media' | 'categories' | 'names' | 'settings' | 'staff' | 'partners'

type Frame = {
  siteName: string
  words: DeskWords
  staff: { name: string; role: Role }
  current: Room | 'search'
  signOut: () => Promise<void>
}

const everyone: Room[] = ['articles', 'media', 'categories']
const chiefs: Room[] = [...everyone, 'names']
const leaders: Room[] = [...chiefs, 'staff', 'settings']
const administrators: Room[] = [...chiefs, 'staff', 'partners', 'settings']

/** The desk around a page: its rooms, who is here, the way out. A child is the page's bar and what stands under it. */
export function DeskFrame({ children, ...frame }: Frame & { children: ReactNode }) {
  return (
    <div className="desk desk-page app">
      <a className="skip" href="#main">
        {frame.words.skip}
      </a>
      <Side {...frame} />
      <main className="work" id="main">
        {children}
      </main>
      <Tabs {...frame} />
    </div>
  )
}

function Side({ siteName, words, staff, current, signOut }: Frame) {
  return (
    <nav className="nav" aria-label={words.nav.label}>
      <a className="paper" href="/admin/articles">
        {siteName}
        <small>
          {words.product} · {words.room}
        </small>
      </a>
      <SearchWay words={words} />
      <ul>
        {roomsOf(staff.role).map((room) => (
          <li key={room}>
            <RoomLink room={room} current={current} words={words} />
          </li>
        ))}
      </ul>
      <div className="me">
        <strong>
          {staff.name} · {words.roles[staff.role]}
        </strong>
        <span className="row">
          <a className="word" href="/">
            {words.nav.newspaper}
          </a>
          <form action={signOut}>
            <button className="word" type="submit">
              {words.nav.signOut}
            </button>
          </form>
        </span>
      </div>
    </nav>
  )
}

function Tabs({ words, staff, current, signOut }: Frame) {
  return (
    <nav className="tabs" aria-label={words.nav.phone}>
      {roomsOf(staff.role).map((room) => (
        <RoomLink key={room} room={room} current={current} words={words} />
      ))}
      <details className="more">
        <summary>{words.nav.more}</summary>
        <div className="sheet">
          <strong>
            {staff.name} · {words.roles[staff.role]}
          </strong>
          <a href="/admin/search">{words.search.name}</a>
          <a href="/">{words.nav.newspaper}</a>
          <form action={signOut}>
            <button type="submit">{words.nav.signOut}</button>
          </form>
        </div>
      </details>
    </nav>
  )
}

function RoomLink({ room, current, words }: { room: Room; current: Frame['current']; words: DeskWords }) {
  return (
    <a href={`/admin/${room}`} aria-current={room === current ? 'page' : undefined}>
      {words.nav[room]}
    </a>
  )
}

function roomsOf(role: Role): Room[] {
  if (role === 'administrator') return administrators
  if (role === 'chief-editor') return leaders
  return role === 'desk-chief' ? chiefs : everyone
}
