import { redirect } from 'next/navigation'
import { requireStaff } from './session'

export default async function Admin() {
  await requireStaff('/admin/articles')
  redirect('/admin/articles')
}
