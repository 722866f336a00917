// Where things lie. Plain JavaScript for any Node from 18: it runs before our own Node 24 is there.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root. */
export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

/** A path from the root. @param {string[]} parts */
export const fromRoot = (...parts) => path.join(root, ...parts)

/** Where Next builds to, from the root; as next.config.js reads it. */
export const buildFolder = () => process.env.NEXT_DIST_DIR ?? '.next'
