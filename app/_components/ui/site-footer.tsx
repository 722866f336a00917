import { AccountLine } from './account-link.tsx'
import styles from './site-footer.module.css'

/** The footer of every page: where progress is saved, and the authors’ guide. */
export function SiteFooter() {
  return (
    <footer className={`no-print cluster small ${styles.footer}`}>
      <AccountLine />
      <a className="hit" href="/authors">
        For authors
      </a>
    </footer>
  )
}
