/** Who a job is done for. Jobs of one requester are done one after the other. */
export type Requester =
  | {
      readonly kind: 'learner'
      readonly id: string
      /** The client's address, which several learners may share. */
      readonly address: string
      /** Aborted when nobody waits for the verdict any longer. */
      readonly signal?: AbortSignal | undefined
    }
  /** Who looks after exercises: with no limits of time and number. */
  | { readonly kind: 'author'; readonly id: string }
