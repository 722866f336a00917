import { createHash } from 'node:crypto'
import { harnessText, readHarnessText } from './harness/text.ts'

/** The document of the sandboxed frame. Its one script is named in the policy by its hash. */
export function frameDocument(): { readonly html: string; readonly csp: string } {
  const worker = `'use strict';(()=>{${harnessText()}\n${readHarnessText('browser/worker.ts')}\nworkerMain(harness,lockdown)})()`
  const script = `${readHarnessText('browser/frame.ts')}\nframeMain(${JSON.stringify(worker).replaceAll('<', '\\u003c')})`
  if (/<\/script|<!--/i.test(script)) throw new Error('the frame’s script would end its element')
  const hash = createHash('sha256').update(script).digest('base64')
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>sandbox</title><script>${script}</script>`,
    csp: [
      'sandbox allow-scripts',
      "default-src 'none'",
      `script-src 'sha256-${hash}' 'unsafe-eval'`,
      'worker-src blob:',
      "frame-ancestors 'self'",
    ].join('; '),
  }
}
