import { zoneNamed } from '#lib/review/day.ts'

/** The time zone that a request names for the learner's days; UTC without one that is known. */
export const readZone = (request: Request): string =>
  zoneNamed(new URL(request.url).searchParams.get('zone') ?? '') ?? 'UTC'
