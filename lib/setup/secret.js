import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { at } from './place.js'

/** The secret that signs cookies: made at the first start, and kept, so that a restart knows its guests. */
export function readSecret() {
  const mine = at(`data/secret.${process.pid}`)
  writeFileSync(mine, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(mine, at('data/secret')) // whole or not at all, and never over another start's
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(mine)
  }
  return readFileSync(at('data/secret'), 'utf8')
}
