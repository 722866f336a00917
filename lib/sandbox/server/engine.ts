import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { QuickJs } from '../quickjs/boot-engine.ts'
import { bootText } from '../quickjs/boot-text.ts'

/** Compiles QuickJS and reads the harness. Takes a tenth of a second; once a thread. */
export function loadQuickJs(): QuickJs {
  const file = createRequire(import.meta.url).resolve(
    /* turbopackIgnore: true */ '@jitl/quickjs-wasmfile-release-sync/wasm',
  )
  return { module: new WebAssembly.Module(readFileSync(file)), harness: bootText() }
}
