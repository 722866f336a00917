/** Who a job is for. The jobs of one requester run one after the other. */
export type Requester =
  | {
      readonly kind: 'learner'
      readonly id: string
      /** The client's address, which several learners may share. */
      readonly address: string
      /** Aborted when nobody waits for the verdict any longer. */
      readonly signal?: AbortSignal | undefined
    }
  /** An author checking exercises: without limits. */
  | { readonly kind: 'author'; readonly id: string }
