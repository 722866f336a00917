/**
 * Checks the account settings, boots the sandbox so that the first submission doesn’t have to wait for it, and starts
 * deleting guests without work, now and once a day.
 *
 * @throws Error if a setting is invalid; the server then doesn’t start
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  await (await import('#lib/auth/check-settings.ts')).checkAccountSettings()
  ;(await import('#lib/sandbox/server/server-pool.ts')).getServerPool()
  ;(await import('#lib/learner/guest-expiry.ts')).startGuestExpiry()
}
