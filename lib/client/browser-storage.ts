import { openDatabase } from './database.ts'
import { DeviceStorage } from './device-storage.ts'
import { getCollection, mergeValues } from './merge-values.ts'

let storage: DeviceStorage | undefined

/** Gets the storage in which this browser keeps the course’s data. */
export function getBrowserStorage(): DeviceStorage {
  storage ??= new DeviceStorage(
    openDatabase('explain-attention-learners', 'values'),
    () => (typeof localStorage === 'undefined' ? undefined : localStorage),
    (key, older, newer) => mergeValues(getCollection(key), older, newer),
  )
  return storage
}
