import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/desk/sign-in-form'
import { newsroom } from '../newsroom'
import { findSignedIn } from '../session'
import { signIn } from './actions'

export default async function SignIn({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  if (await findSignedIn()) redirect('/admin/articles')
  const { siteName, words } = await newsroom()
  const { next } = await searchParams
  return (
    <SignInForm action={signIn} words={words} siteName={siteName} next={typeof next === 'string' ? next : undefined} />
  )
}
