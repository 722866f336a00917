import { type ApiResult, read, requireValue, write } from '#lib/client/api.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import { DraftAnswer, DraftSaved, PassAnswer, SolutionAnswer } from '#lib/contract/exercise.ts'

// The requests of a workbench.

/** Reads the server’s draft and the older ones that it keeps. */
export const fetchDrafts = (exercise: string, learner: LearnerId): Promise<ApiResult<DraftAnswer>> =>
  read(`/api/drafts/${exercise}`, DraftAnswer, { learner })

/**
 * Gives the server a copy of a draft.
 *
 * @param base  the `at` of the server's draft that this one continues
 */
export const sendDraft = (
  exercise: string,
  draft: { readonly source: string; readonly base: number | undefined },
  learner: LearnerId,
): Promise<ApiResult<DraftSaved>> => write('PUT', `/api/drafts/${exercise}`, draft, DraftSaved, { learner })

/** Reads whether the learner’s pass still holds after a change of the exercise; `none` if that isn’t known. */
export async function fetchPass(exercise: string): Promise<PassAnswer> {
  const result = await read(`/api/exercises/${exercise}/pass`, PassAnswer)
  return result.kind === 'ok' ? result.value : { kind: 'none' }
}

/**
 * Fetches the solution, for a learner who has passed or given up.
 *
 * @throws ApiError with the reason for the learner
 */
export const fetchSolution = async (exercise: string): Promise<string> =>
  (await requireValue(read(`/api/exercises/${exercise}/solution`, SolutionAnswer))).solution

/**
 * Records that the learner gave up, and fetches the solution.
 *
 * @throws ApiError with the reason for the learner
 */
export const giveUp = async (exercise: string): Promise<string> =>
  (await requireValue(write('POST', `/api/exercises/${exercise}/give-up`, {}, SolutionAnswer))).solution
