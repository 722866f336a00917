/** The loss on held-back text with all heads on, in nats per character. */
export const FULL_LOSS = 1.6705

/** That loss with one head switched off, [layer][head]. */
export const LOSS_WITHOUT: readonly (readonly number[])[] = [
  [1.7228, 1.756, 1.7044, 1.6912, 1.7186, 1.7161, 1.7396, 1.8026],
  [1.6797, 1.6848, 1.6756, 1.6787, 1.6726, 1.6822, 1.6737, 1.6757],
  [1.6932, 1.6986, 1.6877, 1.6882, 1.6884, 1.681, 1.6916, 1.677],
  [1.6851, 1.686, 1.684, 1.683, 1.6774, 1.6798, 1.674, 1.6803],
]

/** That loss after 1, 2, … 32 heads were switched off, each time the one that is least missed alone. */
export const LOSS_IN_ORDER: readonly number[] = [
  1.6726, 1.6758, 1.6788, 1.6923, 1.7008, 1.7095, 1.7193, 1.7288, 1.7428, 1.7525, 1.7729, 1.8016, 1.8346, 1.8483,
  1.8864, 1.9113, 1.9257, 1.9398, 1.9877, 2.023, 2.0354, 2.0812, 2.1492, 2.2256, 2.3236, 2.3635, 2.5056, 2.663, 2.8062,
  3.0052, 3.1725, 3.4318,
]

/** A head by its place. */
export interface HeadPlace {
  readonly layer: number
  readonly head: number
}

/** All heads, the least missed alone first. */
export const LEAST_MISSED_FIRST: readonly HeadPlace[] = LOSS_WITHOUT.flatMap((heads, layer) =>
  heads.map((loss, head) => ({ layer, head, loss })),
).toSorted((a, b) => a.loss - b.loss)

/** The head that is switched off next; undefined when all are off. */
export const findNextHead = (keep: readonly (readonly boolean[])[]): HeadPlace | undefined =>
  LEAST_MISSED_FIRST.find(({ layer, head }) => keep[layer]?.[head])
