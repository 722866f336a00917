import { findZone } from '#lib/review/day.ts'

/**
 * The time zone of the learner's days: the one that a request names, else that of the cookie that pages about reviews
 * leave; UTC without one that is known.
 */
export const readZone = (request: Request): string =>
  findZone(new URL(request.url).searchParams.get('zone') ?? '') ?? findZone(readZoneCookie(request)) ?? 'UTC'

function readZoneCookie(request: Request): string {
  const value = /(?:^|;\s*)zone=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
