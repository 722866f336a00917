/** Boots the sandbox with the server, so that the first submission does not wait for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') (await import('#lib/sandbox/server/server-pool.ts')).serverPool()
}
