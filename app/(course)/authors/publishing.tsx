/** When a lesson is seen, and what a change does to who has passed. */
export function Publishing() {
  return (
    <div className="prose">
      <p>
        A lesson is published when <code translate="no">content/course.ts</code> lists it and its head does not say{' '}
        <code translate="no">draft: true</code>. The next <code translate="no">npm start</code> builds it; a lesson with
        errors does not build.
      </p>
      <p>
        You may change an exercise after learners have passed it. Each verdict keeps the version that it was given for:
        a fingerprint of everything that decides one, so that hints, wordings and comments change nothing. A pass stays
        a pass. When a learner opens the exercise again, the server grades their answer once more; if it would not pass
        now, a line above the code says that the exercise has become stricter.
      </p>
      <p>
        The environment variable <code translate="no">AUTHORS</code> lists, separated by commas, the e-mail addresses of
        accounts that may read learners’ code. Create the account before you list it, because addresses aren’t verified.
        In development everyone is an author.
      </p>
    </div>
  )
}
