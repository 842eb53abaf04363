/**
 * What a reader's page can depend on, by name. A page records these while it is read, a change names those it touched, and what they have
 * in common is what must be made anew.
 */
export type Identity =
  /** The newspaper's name, imprint, navigation, and the names of its categories: every page shows some of them. */
  | 'site'
  /** The calendar day in the site's zone. */
  | 'today'
  /** The hour on the clock: what may only be so old is made anew with each. */
  | 'hour'
  /** What leads the newspaper: any article that comes, changes or goes. */
  | 'front'
  /** What is behind the newest page of all the newspaper: untouched by what is newer than all of it. */
  | 'front-past'
  /** The list of all categories with their counts. */
  | 'categories'
  | `article:${number}`
  /** The newest page of a category and what it says of itself. */
  | `category:${string}`
  /** The pages behind the newest one: untouched by an article that goes on top. */
  | `category-past:${string}`
  | `tag:${string}`
  | `author:${string}`
  | `source:${string}`
  /** The pages of these behind the newest one: untouched by what is newer than all the newspaper. */
  | `${'tag' | 'author' | 'source'}-past:${string}`
  /** A security by its key: what it is called, and the articles that mark it. */
  | `security:${string}`
  /** What an article is related to, and where it stands among others. */
  | `related:${number}`
  /** How many others say the same as an article: lists show one of them. */
  | `twins:${number}`
  /** Which articles are reports of a story. */
  | `story:${number}`
  /** `day:2026-11-24` and `month:2026-11`, of publication, in the site's zone. */
  | `day:${string}`
  | `month:${string}`
  | `year:${string}`
  /** The pages of a day behind its newest one: untouched by what is newer than all the newspaper. */
  | `day-past:${string}`
  /** Which days have anything at all. */
  | 'calendar'
  /** The newest page of the running wire, and the pages behind it. */
  | 'flash'
  | 'flash-past'
  /** What was corrected, of all that readers can see. */
  | 'corrections'
  /** A path as the ledger has it, percent-decoded: whether something stands there at all. */
  | `address:${string}`
