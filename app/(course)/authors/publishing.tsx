/** When a lesson is published, and how a change affects learners who have passed. */
export function Publishing() {
  return (
    <div className="prose">
      <p>
        A lesson is published when <code translate="no">content/course.ts</code> lists it and its frontmatter doesn’t
        say <code translate="no">draft: true</code>. The next <code translate="no">npm start</code> builds it; a lesson
        with errors doesn’t build.
      </p>
      <p>
        You may change an exercise after learners have passed it. Each verdict records the version of the exercise: a
        fingerprint of everything that affects a verdict, so changes to hints, wording and comments don’t count. A pass
        stays a pass. When a learner opens the exercise again, the server grades their code again; if it wouldn’t pass
        now, a note above the code says that the exercise got stricter.
      </p>
      <p>
        The environment variable <code translate="no">AUTHORS</code> lists, separated by commas, the e-mail addresses of
        accounts that may read learners’ code. Create the account before you list it, because addresses aren’t verified.
        In development everyone is an author.
      </p>
    </div>
  )
}
