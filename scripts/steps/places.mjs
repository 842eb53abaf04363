import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository, wherever the script was started from. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A path inside the repository. */
export const at = (...parts) => path.join(root, ...parts)
