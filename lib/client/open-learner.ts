import { settleLearner } from './browser-learner.ts'
import { getBrowserStorage } from './browser-storage.ts'
import type { DeviceStorage } from './device-storage.ts'
import { GUEST, type LearnerId } from './learner.ts'
import { moveLegacyData } from './legacy-data.ts'
import { getCollection, mergeValues } from './merge-values.ts'
import { withLock } from './write-turn.ts'

const opened = new Map<LearnerId, Promise<void>>()

/**
 * Resolves to the learner of this page when their work on this device is complete, including what older versions stored
 * and what they did as a guest before they signed in.
 */
export async function openLearner(): Promise<LearnerId> {
  const id = await settleLearner()
  await prepareLearner(id)
  return id
}

/** Moves into a learner's space what belongs to them. */
export function prepareLearner(id: LearnerId): Promise<void> {
  const cached = opened.get(id)
  if (cached) return cached
  const opening = withLock('course-adoption', async () => {
    const storage = getBrowserStorage()
    await moveLegacyData(storage)
    if (id !== GUEST) await adoptGuestWork(storage, id)
  })
  opened.set(id, opening)
  return opening
}

/** Moves a guest’s work to an account, as the server does with its part. */
export async function adoptGuestWork(storage: DeviceStorage, account: LearnerId): Promise<void> {
  for (const key of await storage.listKeys(`${GUEST}/`)) {
    const value = await storage.read(key)
    const target = account + key.slice(GUEST.length)
    const storagePlace = await storage.change(target, (stored) =>
      stored === undefined ? value : mergeValues(getCollection(key), value, stored),
    )
    if (storagePlace !== 'memory') await storage.change(key, () => undefined)
  }
}

/**
 * Deletes everything that this device keeps of a learner.
 *
 * @param isKept  whether a key stays, because it holds what the server doesn’t have
 */
export async function deleteLearner(
  storage: DeviceStorage,
  id: LearnerId,
  isKept: (key: string) => Promise<boolean> = async () => false,
): Promise<void> {
  for (const key of await storage.listKeys(`${id}/`)) {
    if (!(await isKept(key))) await storage.change(key, () => undefined)
  }
}
