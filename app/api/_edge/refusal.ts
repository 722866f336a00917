/** A request that is not answered, and why: becomes `{ error, reason }` with its status. */
export class Refusal extends Error {
  readonly status: number
  /** For programs: too-large, not-json, malformed, no-session, cross-site, no-exercise, … */
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  /** @param reason  a sentence for a person: what happened and what to do */
  constructor(status: number, code: string, reason: string, headers: Readonly<Record<string, string>> = {}) {
    super(reason)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.headers = headers
  }
}
