type Save = () => void | Promise<void>

const saves = new Set<Save>()
/** A store that does not answer must not keep the learner from reloading. */
const SAVE_TIMEOUT_MS = 2000

/** Registers how something that a learner writes on this page is saved at once. Returns how it is taken back. */
export function registerSave(save: Save): () => void {
  saves.add(save)
  return () => saves.delete(save)
}

/** Saves whatever is being written on this page: before the page is loaded again. Never rejects. */
export async function saveWork(): Promise<void> {
  const all = Promise.allSettled([...saves].map(async (save) => save()))
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, SAVE_TIMEOUT_MS))])
}
