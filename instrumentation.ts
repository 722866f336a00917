/**
 * Checks the settings of accounts, boots the sandbox with the server, so that the first submission doesn't wait for it,
 * and deletes guests without work, now and once a day.
 *
 * @throws Error if a setting is invalid: the server doesn't start then
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  await (await import('#lib/auth/check-settings.ts')).checkAccountSettings()
  ;(await import('#lib/sandbox/server/server-pool.ts')).serverPool()
  ;(await import('#lib/learner/guest-expiry.ts')).startGuestExpiry()
}
