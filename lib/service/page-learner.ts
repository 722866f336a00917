import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { readLearner } from '#lib/auth/session.ts'
import { findZone } from '#lib/review/day.ts'

/** The learner who views a page. Looking creates no guest. */
export const findPageLearner = cache(async () => readLearner({ headers: await headers() }))

/** The time zone of a learner's days, which the pages about reviews leave in a cookie; UTC before that. */
export async function readPageZone(): Promise<string> {
  return findZone((await cookies()).get('zone')?.value ?? '') ?? 'UTC'
}
