'use client'

import { useEffect } from 'react'

/** Keeps the page working while a browser translates it. Renders nothing. */
export function TranslationGuard(): null {
  useEffect(followTranslation, [])
  return null
}

/**
 * Keeps React working in a page that a browser’s translator has changed. Translators replace each text node with a
 * `<font>` element. React still refers to the original node: it would throw when it removes that node or inserts
 * something before it (React issue 11538), and it would update the text of a node that is no longer in the page.
 *
 * This function remembers the replacement of each text node. Removing the node then removes its replacement; changing
 * its text puts the node back, where the translator translates it again.
 *
 * @returns a function that undoes the patch
 */
function followTranslation(): () => void {
  const replacements = new WeakMap<Node, Element>()
  let isTranslated = false
  const recordReplacement = (text: Node, replacement: Element) => {
    isTranslated = true
    replacements.set(text, replacement)
    observer.observe(text, { characterData: true })
  }
  const read = (records: readonly MutationRecord[]) => {
    for (const record of records) {
      if (record.type === 'characterData') putBack(record.target)
      for (const node of record.removedNodes) {
        const font = [...record.addedNodes, record.previousSibling, record.nextSibling].find(isFont)
        if (node instanceof Text && font) recordReplacement(node, font)
      }
    }
  }
  const observer = new MutationObserver(read)
  const putBack = (text: Node) => {
    const replacement = replacements.get(text)
    if (!replacement?.isConnected || !(text instanceof Text) || replacement.contains(text)) return
    replacements.delete(text)
    replacement.replaceWith(text)
  }
  /** The node in `parent` that replaces a child which a translator has removed. */
  const findReplacement = (parent: Node, child: Node): Node | undefined => {
    for (let node: Node | null = child; node; node = node.parentNode) if (node.parentNode === parent) return node
    const replacement = replacements.get(child)
    return replacement && replacement !== child ? findReplacement(parent, replacement) : undefined
  }

  const { removeChild, insertBefore } = Node.prototype
  Node.prototype.removeChild = function remove<T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T
    read(observer.takeRecords()) // mutations by the translator in this same task
    if (!isTranslated) return removeChild.call(this, child) as T // throws, as it should
    const node = findReplacement(this, child)
    if (node) removeChild.call(this, node)
    return child
  }
  Node.prototype.insertBefore = function insert<T extends Node>(this: Node, node: T, before: Node | null): T {
    if (before === null || before.parentNode === this) return insertBefore.call(this, node, before) as T
    read(observer.takeRecords()) // mutations by the translator in this same task
    if (!isTranslated) return insertBefore.call(this, node, before) as T
    return insertBefore.call(this, node, findReplacement(this, before) ?? null) as T
  }
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    Object.assign(Node.prototype, { removeChild, insertBefore })
  }
}

const isFont = (node: Node | null): node is Element => node instanceof Element && node.localName === 'font'
