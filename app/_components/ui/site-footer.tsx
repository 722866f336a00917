import { AccountLine } from './account-link.tsx'
import styles from './site-footer.module.css'

/** The footer of every page: where progress is saved, and the authors’ guide. */
export function SiteFooter() {
  return (
    <footer className={`no-print ${styles.footer}`}>
      <AccountLine />
      <a href="/authors">For authors</a>
    </footer>
  )
}
