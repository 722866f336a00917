import { AccountLine } from './account-link.tsx'

/** Who one is here, and what becomes of the work. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <AccountLine />
    </footer>
  )
}
