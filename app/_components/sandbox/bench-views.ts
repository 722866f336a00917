/**
 * All the views that a workbench may show, in one chunk that loads with the workbench, so that a run needs no network.
 */
export { AskDialog } from './ask-dialog.tsx'
export { ConsoleOutput } from './console-output.tsx'
export { Hints } from './hints.tsx'
export { KeptDraft } from './kept-draft.tsx'
export { OurFault } from './our-fault.tsx'
export { Spoken } from './spoken.tsx'
export { VerdictView } from './verdict-view.tsx'
export { WorkedAnswer } from './worked-answer.tsx'
