import { frontmatterFields } from './field-docs.ts'
import { FieldTable } from './field-table.tsx'

/** How the text of a lesson begins and what it may hold. */
export function LessonText() {
  return (
    <>
      <div className="prose">
        <p>
          <code translate="no">lesson.mdx</code> is Markdown with components. A formula stands between dollars:{' '}
          <code translate="no">$\sqrt&#123;d_k&#125;$</code> in a line, <code translate="no">$$</code> on lines of their
          own around a displayed one. Outside formulas and code, write <code translate="no">\&#123;</code> and{' '}
          <code translate="no">&amp;lt;</code> for a brace and a less-than sign: MDX reads them as code. An empty line
          stands before and after each component’s tags.
        </p>
        <p>
          A lesson answers first, in the words of the room, and then says why. One idea a paragraph; a formula is read
          out in words once; a number that was measured names its source. Headings of level two and three make the way
          through the lesson, and are anchors for cards and links.
        </p>
        <p>At the head of the file, between two lines of three hyphens, stand these fields:</p>
      </div>
      <FieldTable label="Fields at the head of a lesson" fields={frontmatterFields()} />
      <div className="prose">
        <p>
          A paper is cited by <code translate="no">&lt;Source id="…"&gt;</code>;{' '}
          <code translate="no">content/sources.ts</code> lists the papers. The title of the course, its parts and the
          order of its lessons stand in <code translate="no">content/course.ts</code>.
        </p>
      </div>
    </>
  )
}
