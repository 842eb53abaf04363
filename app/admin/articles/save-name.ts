import { z } from 'zod'

/** What a browser may call a save, or copy that is to be set aside. */
export const saveName = z.string().regex(/^[\w.-]{8,80}$/)
