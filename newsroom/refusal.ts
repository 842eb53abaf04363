export const refusalReasons = [
  'not-yours',
  'not-your-article',
  'headline-missing',
  'headline-long',
  'field-long',
  'body-missing',
  'body-large',
  'body-deep',
  'category-missing',
  'category-unknown',
  'slug-shape',
  'address-taken',
  'address-shape',
  'not-published',
  'already-published',
  'already-killed',
  'already-spiked',
  'reason-missing',
  'nothing-new',
  'address-same',
  'never-published',
  'ahead-of-readers',
  'moment-shape',
  'moment-future',
  'picture-alt-missing',
  'tag-count',
  'sign-in-wrong',
  'sign-in-often',
  'password-short',
  'email-shape',
  'email-taken',
  'name-missing',
  'invitation-spent',
  'category-name-missing',
  'category-slug-shape',
  'category-slug-taken',
  'stale',
  'settings-stale',
  'self-disable',
  'gone',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** The newsroom says no, with a reason a person can act on; `messages/` has the sentence, `details` fill its gaps. */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly details: Record<string, string | number> = {},
  ) {
    super(reason)
    this.name = 'Refusal'
  }
}
