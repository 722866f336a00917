/** What is known about a learner and one lesson. */
export interface TopicEvidence {
  readonly lesson: string
  /** Mean probability of recall of its cards; null before any was reviewed. */
  readonly strength: number | null
  /** Exercises that were tried and not passed. */
  readonly failed: number
  /** Key points that earlier interviews asked for, and those that were said. */
  readonly askedPoints: number
  readonly coveredPoints: number
}

const MAX_TOPICS = 4

/** The weakest lessons as far as the evidence goes, at most four; lessons without evidence are left out. */
export function findWeakTopics(evidence: readonly TopicEvidence[]): string[] {
  return evidence
    .map((topicEvidence) => ({ lesson: topicEvidence.lesson, weakness: computeWeakness(topicEvidence) }))
    .filter(({ weakness }) => weakness > 0)
    .sort((a, b) => b.weakness - a.weakness)
    .slice(0, MAX_TOPICS)
    .map(({ lesson }) => lesson)
}

/** Forgetting, points that went unsaid and failed exercises add up; what was never tried is no weakness. */
function computeWeakness({ strength, failed, askedPoints, coveredPoints }: TopicEvidence): number {
  const forgotten = strength === null ? 0 : 1 - strength
  const unsaid = askedPoints === 0 ? 0 : 1 - coveredPoints / askedPoints
  return forgotten + unsaid + 0.5 * failed
}
