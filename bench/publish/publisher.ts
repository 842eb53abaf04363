/** An article as a publisher knows it. */
export type Standing = { id: number; version: number }
export type NewCopy = { headline: string; body: string; category: string; slug: string }

/** Whoever publishes, by whatever way. Each act is over when its promise is: from then on no reader may see what was before. */
export type Publisher = {
  way: 'desk' | 'store'
  publish: (copy: NewCopy) => Promise<Standing>
  edit: (article: Standing, copy: NewCopy) => Promise<Standing>
  kill: (article: Standing, reason: string) => Promise<void>
  stop: () => void
}

/** Who publishes: the administrator that the portal makes of ADMIN_EMAIL and ADMIN_PASSWORD. */
export const administrator = { email: 'bench@bench.example', password: 'measured-not-guessed-12' }

export const administratorVariables = { ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password }
