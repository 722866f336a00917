import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { course } from '#content/course.ts'
import { AddressNotice } from './_components/ui/address-notice.tsx'
import { FormulaCopy } from './_components/ui/formula-copy.tsx'
import { SessionNotice } from './_components/ui/session-notice.tsx'
import { SiteFooter } from './_components/ui/site-footer.tsx'
import { SiteHeader } from './_components/ui/site-header.tsx'
import { TranslationGuard } from './_components/ui/translation-guard.tsx'
import { fontVariables } from './fonts.ts'

const name = `${course.title} ${course.subtitle}`

export const metadata: Metadata = {
  title: { default: name, template: `%s · ${name}` },
  description:
    'Read the answer, build it in the page, say it in the interview: questions about attention, graded at once.',
}
export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

/** What is around every page. The theme is set before the first paint, so the root's attributes are not React's. */
export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" data-faces={fontVariables.length} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        <SiteHeader title={course.title} subtitle={course.subtitle} />
        <AddressNotice />
        <SessionNotice />
        {children}
        <SiteFooter />
        <FormulaCopy />
        <TranslationGuard />
      </body>
    </html>
  )
}

/**
 * Runs before the first paint: sets the theme and the wrapping of code that were chosen earlier, and says that scripts
 * run, so that what only they can operate may take its final place at once.
 */
function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, not anyone's input
  return <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
}

const SCRIPT = `(function(r){r.classList.add('js');try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')r.dataset.theme=t;if(localStorage.getItem('wrap-lines')==='on')r.dataset.wrap='on'}catch(e){}})(document.documentElement)`
