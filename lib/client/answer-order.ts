/**
 * Numbers requests for the same thing, so that an answer isn't taken after that of a later request: a slow answer from
 * before a sign-in must not sign the page out again.
 */
export class AnswerOrder {
  #sent = 0
  #taken = 0

  /** Starts a request. The returned function takes its answer: false if a later request's answer was taken before. */
  start(): () => boolean {
    this.#sent++
    const number = this.#sent
    return () => {
      if (number < this.#taken) return false
      this.#taken = number
      return true
    }
  }
}
