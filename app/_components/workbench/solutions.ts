import { requireValue } from '#lib/client/api.ts'
import { runWhenIdle } from '../ui/run-when-idle.ts'
import { fetchSolution } from './course-api.ts'

const loaded = new Map<string, Promise<string>>()

/**
 * Loads the solution of an exercise, once per page. A failed attempt is forgotten.
 *
 * @throws ApiError with the reason for the learner
 */
export function loadSolution(exercise: string): Promise<string> {
  const loadedSolution = loaded.get(exercise)
  if (loadedSolution) return loadedSolution
  const loading = requireValue(fetchSolution(exercise)).then(({ solution }) => solution)
  loaded.set(exercise, loading)
  loading.catch(() => loaded.delete(exercise))
  return loading
}

/** Loads the solution of an exercise when the browser is idle, so that the learner can also look at it offline. */
export function preloadSolution(exercise: string): void {
  runWhenIdle(() => loadSolution(exercise).catch(() => undefined)) // it is loaded when it is asked for
}
