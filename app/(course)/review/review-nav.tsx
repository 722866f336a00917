import styles from './review.module.css'

const ROOMS = [
  { href: '/review', name: 'Review' },
  { href: '/review/plan', name: 'Plan and limits' },
  { href: '/review/statistics', name: 'Statistics' },
] as const

/** The ways between the pages about reviewing, and out of it: the cards as files. */
export function ReviewRooms({ here }: { readonly here: (typeof ROOMS)[number]['href'] }) {
  return (
    <nav className={`page cluster quiet small ${styles.rooms}`} aria-label="Review">
      {ROOMS.map(({ href, name }) => (
        <a className="hit" key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {name}
        </a>
      ))}
      <a className="hit" href="/api/review/export?format=anki" download>
        Export to Anki
      </a>
      <a className="hit" href="/api/review/export?format=csv" download>
        Export as CSV
      </a>
      <p>
        If you import the Anki file again, your cards are updated and keep their schedule. In the CSV file, text that a
        spreadsheet would run as a formula starts with an apostrophe.
      </p>
    </nav>
  )
}
