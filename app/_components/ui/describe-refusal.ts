import { ErrorAnswer } from '#app/api/_contract/error.ts'

/** Why the server did not do what it was asked, in its own words where it gave some. */
export async function describeRefusal(response: Response): Promise<string> {
  const refused = ErrorAnswer.safeParse(await response.json().catch(() => undefined))
  return refused.success ? refused.data.reason : `The server answered ${response.status}. Try again in a moment.`
}
