import type { Metadata } from 'next'
import { LessonInDevelopment } from './development/lesson-in-development.tsx'

interface Props {
  readonly params: Promise<{ readonly slug: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({ title: (await params).slug })

/** A lesson on a development server. Apart from the page of production, so that learners load nothing of it. */
export default async function LessonPage({ params }: Props) {
  return <LessonInDevelopment slug={(await params).slug} />
}
