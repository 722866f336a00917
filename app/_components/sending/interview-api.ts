import { type ApiResult, requireValue, write } from '#lib/client/api.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import {
  ActionAnswer,
  DraftKept,
  type InterviewAction,
  type InterviewBody,
  type InterviewDraft,
  StartInterviewResponse,
} from '#lib/contract/interview.ts'

// The requests of the interview pages.

/** Sends what the learner did. The same id sent again is the same. */
export const sendAction = (
  interview: string,
  action: InterviewAction,
  learner?: LearnerId,
): Promise<ApiResult<ActionAnswer>> =>
  write('POST', `/api/interviews/${interview}/events`, action, ActionAnswer, learner === undefined ? {} : { learner })

/** Gives the server a copy of the answer that is being written. It may fail: the next one says it all again. */
export const sendInterviewDraft = (interview: string, draft: InterviewDraft): Promise<ApiResult<DraftKept>> =>
  write('PUT', `/api/interviews/${interview}/draft`, draft, DraftKept)

/** Does the same while the page is being closed, without waiting for earlier writes. The learner is known by then. */
export const sendLastDraft = (interview: string, draft: InterviewDraft): void =>
  void write('PUT', `/api/interviews/${interview}/draft`, draft, DraftKept, { isLast: true })

/**
 * Begins an interview.
 *
 * @throws ApiError with the reason for the learner
 */
export const startInterview = (body: InterviewBody): Promise<StartInterviewResponse> =>
  requireValue(write('POST', '/api/interviews', body, StartInterviewResponse))
