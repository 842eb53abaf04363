/** A person who works here. */
export type Staff = { id: number; name: string; email: string; role: Role }

/** From the least to the most trusted. */
export const roles = ['reporter', 'editor', 'desk-chief', 'chief-editor', 'administrator'] as const
export type Role = (typeof roles)[number]
