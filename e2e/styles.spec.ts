import { type APIRequestContext, expect, test } from '@playwright/test'

const MAX_LESSON_BYTES = 34 * 1024

/** The bytes of the sheets that a page links in its HTML: ours, and KaTeX’s with its faces. */
async function measureStyles(request: APIRequestContext, path: string): Promise<{ ours: number; katex: number }> {
  const html = await (await request.get(path)).text()
  const tags = [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes('rel="stylesheet"'))
  const links = new Set(tags.flatMap((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? []))
  let [all, katex] = [0, 0]
  for (const href of links) {
    const css = await (await request.get(href)).text()
    all += css.length
    for (const [rule] of css.matchAll(/[^{}]*\{[^{}]*\}/g))
      if (/\.katex|font-family:KaTeX/.test(rule)) katex += rule.length
  }
  return { ours: all - katex, katex }
}

test('a page links the styles of its own components, a lesson at most 34 KB', async ({ request }) => {
  const pages = ['/', '/lessons/causal-mask', '/lessons/kv-cache', '/review', '/review/plan', '/interview', '/account']
  for (const path of pages) {
    const { ours, katex } = await measureStyles(request, path)
    console.log(`${path}: ${(ours / 1024).toFixed(1)} KB of styles, and ${(katex / 1024).toFixed(1)} KB of KaTeX’s`)
    expect(ours, path).toBeGreaterThan(1024)
    if (path.startsWith('/lessons/')) expect(ours, path).toBeLessThanOrEqual(MAX_LESSON_BYTES)
  }
})
