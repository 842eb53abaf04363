import type { ComponentProps, ReactNode } from 'react'
import { DeskFrame } from '@/components/desk/desk-frame'
import { RefusalPage } from '@/components/desk/refusal-page'
import { authorise, type Deed } from '@/newsroom/policy'
import type { Staff } from '@/newsroom/staff'
import { newsroom } from './newsroom'
import { sentenceFor } from './refuse'
import { requireStaff } from './session'
import { signOut } from './sign-in/actions'

type Room = ComponentProps<typeof DeskFrame>['current']

/**
 * A page of the desk: only for who is signed in and may do the deed it is for. Others are told who may. The content is made after that was
 * decided, so that nothing is read for nobody.
 */
export async function DeskPage({
  current,
  deed,
  children,
}: {
  current: Room
  deed: Deed
  children: (staff: Staff) => Promise<ReactNode>
}) {
  const { siteName, words, language } = await newsroom()
  const staff = await requireStaff(`/admin/${current}`)
  try {
    authorise(staff, deed)
  } catch (error) {
    return <RefusalPage words={words} sentence={sentenceFor(error, language)} />
  }
  return (
    <DeskFrame siteName={siteName} words={words} staff={staff} current={current} signOut={signOut}>
      {await children(staff)}
    </DeskFrame>
  )
}
