type Save = () => void | Promise<void>

const saves = new Set<Save>()
/** A store that doesn’t answer must not keep the learner from reloading. */
const SAVE_TIMEOUT_MS = 2000

/**
 * Registers a function that immediately saves something the learner is writing. Returns a function that unregisters it.
 */
export function registerSave(save: Save): () => void {
  saves.add(save)
  return () => saves.delete(save)
}

/** Saves everything the learner is writing on this page, for example before a reload. Never rejects. */
export async function saveWork(): Promise<void> {
  const all = Promise.allSettled([...saves].map(async (save) => save()))
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, SAVE_TIMEOUT_MS))])
}
