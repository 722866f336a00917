import type { Metadata } from 'next'
import { GuidePage } from '../guide-page.tsx'
import { CardFields, CardTemplate, NumberTemplate } from './card-template-section.tsx'

export const metadata: Metadata = {
  title: 'Cards and numbers · For authors',
  description: 'How the cards and the number questions of a lesson are written.',
}

/** How cards and number questions are written. */
export default function CardsPage() {
  return (
    <GuidePage
      href="/authors/cards"
      title="Cards and numbers"
      intro={<p>Learners review a lesson with its cards, and interviews are made of them.</p>}
      sections={[
        { id: 'cards-of-a-lesson', title: 'Cards', content: <CardTemplate /> },
        { id: 'card-fields', title: 'Fields of a card', content: <CardFields /> },
        { id: 'numbers', title: 'Number questions', content: <NumberTemplate /> },
      ]}
    />
  )
}
