import { SettingsForm } from '@/components/desk/settings-form'
import { may } from '@/newsroom/policy'
import { listCategories } from '@/store/categories'
import { readSettings } from '@/store/settings'
import { DeskPage } from '../desk-page'
import { newsroom } from '../newsroom'
import { changeSettings } from './actions'

export default function Settings() {
  return (
    <DeskPage current="settings" deed="keep-settings">
      {async (staff) => {
        const { db, words } = await newsroom()
        const { settings, version } = await readSettings(db)
        const { name, description, language, seal, imprint, legal, facts, frontCategories } = settings
        const initial = {
          version,
          name,
          description,
          language,
          seal,
          imprint: imprint.join('\n'),
          legal: legal.join('\n'),
          facts,
          frontCategories,
        }
        const categories = (await listCategories(db)).map(({ slug, name }) => ({ slug, name }))
        return (
          <SettingsForm
            action={changeSettings}
            words={words}
            initial={initial}
            categories={categories}
            mayPush={may(staff, 'keep-push')}
          />
        )
      }}
    </DeskPage>
  )
}
