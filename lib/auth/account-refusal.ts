/** A request about an account that is not done, and why. */
export class AccountRefusal extends Error {
  readonly status: number
  /** For programs: password-too-common, too-many-failures, … */
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  /** @param reason  for the person: what happened and what to do */
  constructor(status: number, code: string, reason: string, headers: Readonly<Record<string, string>> = {}) {
    super(reason)
    this.name = 'AccountRefusal'
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** The answer that says so: in the words of our API, and in those that better-auth's client reads. */
export function formatRefusal({ status, code, message, headers }: AccountRefusal): Response {
  const body = { error: code, reason: message, code: code.toUpperCase().replaceAll('-', '_'), message }
  return Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } })
}
