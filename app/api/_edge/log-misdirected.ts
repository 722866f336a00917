import 'server-only'
import type { WriteRefusal } from '#lib/auth/write-refusal.ts'

const MAX_LINES = 20

/** Tells the operator, once per reason, that learners use an address where nothing can be saved. */
export function logMisdirected({ code, reason }: WriteRefusal): void {
  if (code === 'cross-site') return
  globalForMisdirected.misdirected ??= new Set()
  const logged = globalForMisdirected.misdirected
  if (logged.has(reason) || logged.size >= MAX_LINES) return
  logged.add(reason)
  const setting = process.env.BETTER_AUTH_URL ?? ''
  console.warn(`Refused a write (${code}): ${reason} BETTER_AUTH_URL is ${setting || 'not set'}.`)
}
/** On globalThis, because Next bundles this file into several routes. */
const globalForMisdirected = globalThis as typeof globalThis & { misdirected?: Set<string> }
