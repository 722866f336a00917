import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FrontmatterSchema } from './frontmatter.ts'

test('frontmatter.schema.json, which editors read, is z.toJSONSchema(FrontmatterSchema) under its title', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('frontmatter.schema.json', import.meta.url), 'utf8'))
  expect(written).toEqual({ title: 'Frontmatter of a lesson', ...z.toJSONSchema(FrontmatterSchema) })
})
