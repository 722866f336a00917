import path from 'node:path'
import { pathToFileURL } from 'node:url'
import mdxLoader from '@mdx-js/loader'

/** @typedef {string | [name: string, options: unknown] | Function} Plugin  by its name, or its absolute path */

/**
 * Compiles MDX as @next/mdx’s own loader does, in any folder. That one imports plugins by a path as if it were a URL, which
 * fails where the name of a folder has a percent sign.
 *
 * @this {{ async(): (error: unknown, ...results: unknown[]) => void, getOptions(): Record<string, Plugin[]> }}
 * @param {string} source
 */
export default function compileMdxLoader(source) {
  const callback = this.async()
  importPlugins(this.getOptions()).then((options) => {
    const replaced = { getOptions: () => options, async: () => callback }
    const context = new Proxy(this, {
      get: (target, name) => (name in replaced ? replaced[name] : Reflect.get(target, name, target)),
    })
    mdxLoader.call(context, source)
  }, callback)
}

/** @param {Record<string, Plugin[]>} options */
async function importPlugins({ remarkPlugins = [], rehypePlugins = [], recmaPlugins = [], ...rest }) {
  const [remark, rehype, recma] = await Promise.all(
    [remarkPlugins, rehypePlugins, recmaPlugins].map((plugins) => Promise.all(plugins.map(importPlugin))),
  )
  return { ...rest, remarkPlugins: remark, rehypePlugins: rehype, recmaPlugins: recma }
}

/** @param {Plugin} plugin */
async function importPlugin(plugin) {
  const [name, ...options] = Array.isArray(plugin) ? plugin : [plugin]
  if (typeof name !== 'string') return plugin
  const module = await import(path.isAbsolute(name) ? pathToFileURL(name).href : name)
  return [module.default ?? module, ...options]
}
