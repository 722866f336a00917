import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { Commands } from './commands.tsx'
import { FirstTenMinutes } from './first-ten-minutes.tsx'
import { GuidePage } from './guide-page.tsx'
import { MovedHeadings } from './moved-headings.tsx'
import { Publishing } from './publishing.tsx'
import { WrittenFiles } from './written-files.tsx'

export const metadata: Metadata = {
  title: 'For authors',
  description: 'From an idea to a published lesson with a graded exercise: the folder, the commands, every component.',
}

/** The first page of the authors’ guide: from nothing to a published lesson. */
export default function AuthorsPage() {
  return (
    <>
      <MovedHeadings />
      <GuidePage
        href="/authors"
        title="How a lesson is written"
        intro={
          <p>
            A lesson is a folder: its text, its exercises, its figures and its cards. You need an editor, a terminal and
            this guide. What it says about components and fields is read from their sources when the pages are built.
          </p>
        }
        sections={[
          { id: 'ten-minutes', title: 'From nothing to a lesson', content: <FirstTenMinutes /> },
          { id: 'written-files', title: 'What lesson:new writes', content: <WrittenFiles /> },
          { id: 'commands', title: 'The commands', content: <Commands /> },
          { id: 'publishing', title: 'Publishing and changing', content: <Publishing /> },
        ]}
      />
    </>
  )
}
