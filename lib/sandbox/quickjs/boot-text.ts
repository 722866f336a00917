import { harnessText } from '../harness/text.ts'

/** What a QuickJS engine evaluates first: the harness, between its buffers. Server only: reads files. */
export const bootText =
  (): string => `(()=>{'use strict';const i=$in,o=$out,a=$alive;for(const n of ['$in','$out','$alive'])delete globalThis[n];
${harnessText()}
const it=harness(i,o,a);lockdown(globalThis);globalThis.console=it.console;return it})()`
