import { AccountLine } from './account-link.tsx'
import styles from './site-footer.module.css'

/** Who one is here, what becomes of the work, and the rooms beside the course. */
export function SiteFooter() {
  return (
    <footer className={`no-print ${styles.footer}`}>
      <AccountLine />
      <nav aria-label="More">
        <a href="/interview">Mock interview</a>
        <a href="/authors">For authors</a>
      </nav>
    </footer>
  )
}
