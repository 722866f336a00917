/** The session of a request's cookie has ended. */
export class SignedOutError extends Error {
  readonly code = 'signed-out'
  /** The header that deletes the cookie, so that the browser's next write is a guest's. */
  readonly cookie: string
  constructor(cookie: string) {
    super(
      'You’re signed out because your session has ended. This wasn’t saved on the server, but it stays in your browser. Sign in again, or continue as a guest.',
    )
    this.name = 'SignedOutError'
    this.cookie = cookie
  }
}
