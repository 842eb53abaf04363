import { z } from 'zod'
import { administrator, type NewCopy, type Publisher, type Standing } from './publisher'
import { sendForm } from './server-action'

const actions = 'app/admin/articles/actions.ts'
const published = z.object({ outcome: z.literal('published'), id: z.number(), version: z.number() })

/** Signs in at the desk and publishes through its forms. */
export async function openDesk(origin: string): Promise<Publisher> {
  const signIn = { filename: 'app/admin/sign-in/actions.ts', exportedName: 'signIn', page: '/admin/sign-in' }
  const { cookies, state } = await sendForm(origin, signIn, { fields: administrator, cookie: '' })
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  if (cookie === '') throw new Error(`the desk let nobody in: ${JSON.stringify(state)}`)

  const save = async (page: string, article: Standing | null, copy: NewCopy): Promise<Standing> => {
    const fields = {
      ...blank,
      ...copy,
      id: String(article?.id ?? ''),
      version: String(article?.version ?? 0),
      act: 'publish',
    }
    const answer = await sendForm(origin, { filename: actions, exportedName: 'saveArticle', page }, { fields, cookie })
    const after = published.safeParse(answer.state)
    if (!after.success) throw new Error(`the desk did not publish: ${JSON.stringify(answer.state)}`)
    return after.data
  }
  return {
    way: 'desk',
    publish: (copy) => save('/admin/articles/new', null, copy),
    edit: (article, copy) => save(`/admin/articles/${article.id}`, article, copy),
    async kill({ id, version }, reason) {
      const kill = { filename: actions, exportedName: 'killArticle', page: `/admin/articles/${id}/kill` }
      const { redirect, state } = await sendForm(origin, kill, {
        fields: { id: String(id), version: String(version), reason },
        cookie,
      })
      if (redirect === null) throw new Error(`the desk did not kill: ${JSON.stringify(state)}`)
    },
    stop: () => {},
  }
}

/** The fields of the form that a test has nothing to say in. */
const blank = {
  ...{ kind: 'story', kicker: '', standfirst: '', tags: '', sourceName: '', sourceAddress: '', byline: '', editor: '' },
  ...{ pictureAddress: '', pictureAlt: '', pictureCaption: '', pictureCredit: '' },
}
