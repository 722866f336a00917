import type { PlanSettings } from './plan-cache.ts'
import { PLANNED_MODELS, type PlannedModel } from './planned-models.ts'

/** What the planner shows first: the technique of the lesson that it is in. */
export type Preset = 'groups' | 'int8' | 'paging' | 'window'

const [llama7, llama70, llama3, mistral] = PLANNED_MODELS
const plain = { numbers: '16-bit', window: undefined, isPaged: false } as const

export const PRESETS: Readonly<Record<Preset, PlanSettings & { readonly model: PlannedModel }>> = {
  groups: { ...plain, model: llama70, tokens: 4096, batch: 8, storage: '8' },
  int8: { ...plain, model: llama3, tokens: 8192, batch: 8, storage: '8', numbers: 'int8' },
  paging: { ...plain, model: llama7, tokens: 500, batch: 8, storage: 'all', isPaged: true },
  window: { ...plain, model: mistral, tokens: 32_768, batch: 8, storage: '8', window: 4096 },
}
