import type { Article } from './article'
import type { LibraryPicture } from './library-picture'
import { Refusal } from './refusal'
import { type Role, roles, type Staff } from './staff'

export type Deed =
  | 'read-desk'
  | 'write'
  | 'revise'
  | 'publish'
  | 'kill'
  | 'correct'
  | 'move'
  | 'spike'
  | 'relate'
  | 'share-preview'
  | 'revoke-own-preview'
  | 'add-picture'
  | 'change-picture'
  | 'remove-picture'
  | 'keep-categories'
  | 'keep-names'
  | 'keep-settings'
  | 'keep-staff'
  | 'keep-partners'
  | 'keep-push'

/** The least role that may do each deed. */
const least: Record<Deed, Role> = {
  'read-desk': 'reporter',
  write: 'reporter',
  revise: 'reporter',
  publish: 'editor',
  kill: 'desk-chief',
  correct: 'editor',
  move: 'desk-chief',
  spike: 'reporter',
  relate: 'editor',
  'share-preview': 'reporter',
  'revoke-own-preview': 'reporter',
  'add-picture': 'reporter',
  'change-picture': 'reporter',
  'remove-picture': 'reporter',
  'keep-categories': 'desk-chief',
  'keep-names': 'desk-chief',
  'keep-settings': 'chief-editor',
  'keep-staff': 'administrator',
  'keep-partners': 'administrator',
  'keep-push': 'administrator',
}

/**
 * The one place that decides who may do what; every action and every page of the desk asks here. Throws a Refusal that says who
 * could do it instead.
 */
export function authorise(by: Staff, deed: Deed, article?: Pick<Article, 'status' | 'createdBy'>): void {
  if (rankOf(by.role) < rankOf(least[deed]))
    throw new Refusal('not-yours', { name: by.name, role: by.role, needed: least[deed] })
  if (!article || !seesOwnOnly(by)) return
  const isOwn = article.createdBy?.id === by.id
  // What readers see is the editors' by then; its writer may still look at it, and end what was given away before.
  const isStillTheirs = article.status !== 'published' || deed === 'read-desk' || deed === 'revoke-own-preview'
  if (!isOwn || !isStillTheirs) {
    throw new Refusal('not-your-article', { owner: article.createdBy?.name ?? '—' })
  }
}

/** The same for a picture of the library: reporters change and remove what they brought in themselves. */
export function authorisePicture(
  by: Staff,
  deed: 'change-picture' | 'remove-picture',
  { addedBy }: Pick<LibraryPicture, 'addedBy'>,
): void {
  authorise(by, deed)
  if (seesOwnOnly(by) && addedBy?.id !== by.id) throw new Refusal('not-your-picture', { owner: addedBy?.name ?? '—' })
}

/** Whether somebody sees only what is their own of the desk's unpublished and published work. */
export function seesOwnOnly({ role }: Staff): boolean {
  return role === 'reporter'
}

/** The same question, for showing or hiding what a person could not use. */
export function may(by: Staff, deed: Deed, article?: Pick<Article, 'status' | 'createdBy'>): boolean {
  return isAllowed(() => authorise(by, deed, article))
}

/** The same question about a picture of the library. */
export function mayWithPicture(
  by: Staff,
  deed: 'change-picture' | 'remove-picture',
  picture: Pick<LibraryPicture, 'addedBy'>,
): boolean {
  return isAllowed(() => authorisePicture(by, deed, picture))
}

function isAllowed(ask: () => void): boolean {
  try {
    ask()
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function rankOf(role: Role): number {
  return roles.indexOf(role)
}
