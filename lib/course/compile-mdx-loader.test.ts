import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import compileMdxLoader from './compile-mdx-loader.js'

test.each(['plain', '100% %41', 'ä 中'])('a plugin in the folder “%s” is found, with its options', async (name) => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'plugin-')), name)
  mkdirSync(folder)
  const plugin = path.join(folder, 'plugin.mjs')
  writeFileSync(
    plugin,
    'export default ({ word }) => (tree) => { tree.children = [{ type: "paragraph", children: [{ type: "text", value: word }] }] }',
  )
  const code = await new Promise((resolve, reject) => {
    const options = { remarkPlugins: [[plugin, { word: 'planted' }], 'remark-gfm'], rehypePlugins: ['rehype-slug'] }
    compileMdxLoader.call(
      {
        async: () => (error: unknown, result: unknown) => (error ? reject(error) : resolve(result)),
        getOptions: () => options,
        resourcePath: path.join(folder, 'page.mdx'),
      } as never,
      '# Title',
    )
  })
  expect(String(code)).toContain('"planted"')
})
