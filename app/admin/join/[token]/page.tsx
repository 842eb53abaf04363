import { JoinForm } from '@/components/desk/join-form'
import { RefusalPage } from '@/components/desk/refusal-page'
import { Refusal } from '@/newsroom/refusal'
import { findInvitation } from '@/store/invitations'
import { secretHash } from '@/store/secrets'
import { newsroom } from '../../newsroom'
import { sentenceFor } from '../../refuse'
import { join } from './actions'

export default async function Join({ params }: { params: Promise<{ token: string }> }) {
  const { db, siteName, words, language } = await newsroom()
  const { token } = await params
  if (!(await findInvitation(db, secretHash(token), new Date())))
    return <RefusalPage words={words} sentence={sentenceFor(new Refusal('invitation-spent'), language)} />
  return <JoinForm action={join} words={words} siteName={siteName} token={token} />
}
