import type { z } from 'zod'
import { canStore } from './browser-learner.ts'
import { getBrowserStorage } from './browser-storage.ts'
import type { StoragePlace } from './device-storage.ts'
import type { LearnerId } from './learner.ts'
import type { Collection } from './merge-values.ts'
import { openLearner } from './open-learner.ts'

/** A store for one kind of value on this device, by name. */
export interface DeviceStore<T> {
  /** Reads a value; undefined if there is none, or none that can be understood. */
  readonly read: (name: string) => Promise<T | undefined>
  /** Replaces a value; undefined deletes it. `change` may be called twice. Returns where it is stored. */
  readonly change: (name: string, change: (stored: T | undefined) => T | undefined) => Promise<StoragePlace>
  readonly save: (name: string, value: T) => Promise<StoragePlace>
  readonly remove: (name: string) => Promise<StoragePlace>
  readonly listNames: () => Promise<readonly string[]>
}

/**
 * Creates a store of one learner's values.
 *
 * @param schema  accepts the values of this and of older versions
 * @param learner  this page's learner by default
 */
export function createDeviceStore<T>(
  collection: Collection,
  schema: z.ZodType<T>,
  learner?: LearnerId,
): DeviceStore<T> {
  const parse = (stored: unknown) => schema.safeParse(stored).data
  const openPrefix = async () => {
    const id = learner ?? (await openLearner())
    return { id, prefix: `${id}/${collection}/` }
  }
  const store: DeviceStore<T> = {
    read: async (name) => {
      const { prefix } = await openPrefix()
      return parse(await getBrowserStorage().read(prefix + name))
    },
    change: async (name, change) => {
      const { id, prefix } = await openPrefix()
      if (!canStore(id)) return 'memory'
      return getBrowserStorage().change(prefix + name, (stored) => change(parse(stored)))
    },
    save: (name, value) => store.change(name, () => value),
    remove: (name) => store.change(name, () => undefined),
    listNames: async () => {
      const { prefix } = await openPrefix()
      const keys = await getBrowserStorage().listKeys(prefix)
      return keys.map((key) => key.slice(prefix.length))
    },
  }
  return store
}
