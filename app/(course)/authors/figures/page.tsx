import type { Metadata } from 'next'
import { GuidePage } from '../guide-page.tsx'
import { FigureParts, FigureSamples } from './figure-samples.tsx'

export const metadata: Metadata = {
  title: 'Figures · For authors',
  description: 'How a figure is written, with live samples and every part that it can be made of.',
}

/** What figures are made of. */
export default function FiguresPage() {
  return (
    <GuidePage
      href="/authors/figures"
      title="Figures"
      intro={<p>A figure lets readers change an input and see what follows.</p>}
      sections={[
        { id: 'figures', title: 'Samples', content: <FigureSamples /> },
        { id: 'figure-parts', title: 'Parts of a figure', content: <FigureParts /> },
      ]}
    />
  )
}
