import { type ApiResult, read, write } from '#lib/client/api.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import { DraftAnswer, DraftSaved, KeptDraftAnswer, PassAnswer, SolutionAnswer } from '#lib/contract/exercise.ts'

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

/** Sends the server a text that another one replaced on this device. The draft stays the same. */
export const sendKeptDraft = (
  exercise: string,
  source: string,
  learner: LearnerId,
): Promise<ApiResult<KeptDraftAnswer>> =>
  write('POST', `/api/drafts/${exercise}/kept`, { source }, KeptDraftAnswer, { learner })

/** Reads whether the learner’s pass still holds after a change of the exercise; `none` if that isn’t known. */
export async function fetchPass(exercise: string): Promise<PassAnswer> {
  const result = await read(`/api/exercises/${exercise}/pass`, PassAnswer)
  return result.kind === 'ok' ? result.value : { kind: 'none' }
}

/** Fetches the solution of an exercise. */
export const fetchSolution = (exercise: string): Promise<ApiResult<SolutionAnswer>> =>
  read(`/api/exercises/${exercise}/solution`, SolutionAnswer)

/** Records that a learner has looked at the solution. If they haven’t passed, they have given up. */
export const recordSolutionView = (exercise: string, learner: LearnerId): Promise<ApiResult<SolutionAnswer>> =>
  write('POST', `/api/exercises/${exercise}/give-up`, {}, SolutionAnswer, { learner })
