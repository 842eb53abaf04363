import { NameList } from '@/components/desk/names/name-list'
import { isListNoun, listAddress, listPath } from '@/newsroom/list-address'
import { findNames } from '@/store/named-lists'
import { DeskPage } from '../desk-page'
import { newsroom } from '../newsroom'
import { mergeName, renameName, separateFormerName } from './actions'

type Props = { searchParams: Promise<{ kind?: string | string[]; q?: string | string[] }> }

const most = 50
const longestSought = 80

export default function Names({ searchParams }: Props) {
  return (
    <DeskPage current="names" deed="keep-names">
      {async () => {
        const { db, words } = await newsroom()
        const { kind, q } = await searchParams
        const noun = typeof kind === 'string' && isListNoun(kind) ? kind : 'tag'
        const typed = (typeof q === 'string' ? q : '').trim().slice(0, longestSought)
        const found = await findNames(db, { noun, typed, take: most + 1 })
        return (
          <NameList
            words={words}
            noun={noun}
            typed={typed}
            lists={found.slice(0, most).map((list) => {
              const path = listPath(noun, list)
              return { ...list, path, address: listAddress(path) }
            })}
            isMore={found.length > most}
            rename={renameName}
            merge={mergeName}
            separate={separateFormerName}
          />
        )
      }}
    </DeskPage>
  )
}
