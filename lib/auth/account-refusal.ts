/** Thrown when we refuse a request about an account. Its message is for the learner. */
export class AccountRefusal extends Error {
  readonly status: number
  /** For programs, such as password-too-common or too-many-failures. */
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

/** Formats the refusal as a response, with our API’s fields and those that better-auth’s client reads. */
export function formatRefusal({ status, code, message, headers }: AccountRefusal): Response {
  const body = { error: code, reason: message, code: code.toUpperCase().replaceAll('-', '_'), message }
  return Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } })
}
