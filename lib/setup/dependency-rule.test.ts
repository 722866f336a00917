import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './paths.js'

/** What the rule says of a tree of files: `rule: from → to`, sorted. */
function violations(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'dependencies-'))
  const imports = { '#lib/*': './lib/*', '#app/*': './app/*', '#content/*': './content/*' }
  const all = { ...files, 'package.json': JSON.stringify({ type: 'module', imports }) }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = path.join(root, '.dependency-cruiser.cjs')
  const args = [cruiser, '--config', config, '--output-type', 'json', '--no-progress', 'app', 'lib', 'content']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] }
  }
  return summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`).sort()
}

/** A tree in which everything is where it may be. */
const house = {
  'lib/attention/softmax.ts': 'export const softmax = 1\n',
  'lib/grading/verdict.ts':
    "import { softmax } from '#lib/attention/softmax.ts'\nexport type Verdict = typeof softmax\n",
  'lib/sandbox/server/pool.ts':
    "import type { Verdict } from '#lib/grading/verdict.ts'\nexport const pool = (it: Verdict) => it\n",
  'lib/sandbox/browser/frame.ts':
    "import type { Verdict } from '#lib/grading/verdict.ts'\nexport const frame = (it: Verdict) => it\n",
  'lib/review/due.ts': 'export const due = 1\n',
  'lib/interview/plan.ts': 'export const plan = 1\n',
  'lib/matcher/match.ts': 'export const match = 1\n',
  'lib/learner/database.ts':
    "import '@prisma/client'\nimport type { Verdict } from '#lib/grading/verdict.ts'\nexport const db = (it: Verdict) => it\n",
  'lib/learner/interviews.ts': "export { plan } from '#lib/interview/plan.ts'\n",
  'lib/auth/session.ts': "export { db } from '#lib/learner/database.ts'\n",
  'lib/course/read-course.ts': "export type { Verdict } from '#lib/grading/verdict.ts'\n",
  'lib/course/card.ts': 'export const card = 1\n',
  'app/_components/figure/matrix.tsx':
    "'use client'\nimport type { Verdict } from '#lib/grading/verdict.ts'\nexport const Matrix = (it: Verdict) => null\n",
  'lib/service/submit.ts':
    "import '#lib/learner/database.ts'\nimport '#lib/sandbox/server/pool.ts'\nexport const submit = 1\n",
  'lib/contract/exercise.ts': "export type { Verdict } from '#lib/grading/verdict.ts'\n",
  'lib/setup/start.js': 'export const start = 1\n',
  'content/cards.ts': "export { card } from '#lib/course/card.ts'\n",
  'app/page.tsx': "import './workbench.tsx'\nimport '#lib/auth/session.ts'\nimport '#lib/service/submit.ts'\n",
  'app/api/submissions/route.ts': "import '#lib/service/submit.ts'\n",
  'app/workbench.tsx': "'use client'\nimport './bench.ts'\nimport '#app/_components/figure/matrix.tsx'\n",
  'app/bench.ts': "import '#lib/sandbox/browser/frame.ts'\n",
}

test('a tree that keeps the house’s order passes', () => {
  expect(violations(house)).toEqual([])
})

/** Files that break it, each with what it says and the rule that it breaks. */
const broken: readonly (readonly [string, string, string, string])[] = [
  [
    'the engine imports nothing of ours',
    'lib/attention/a.ts',
    "import '#lib/grading/verdict.ts'",
    'attention-imports-what-it-may',
  ],
  [
    'not even a type',
    'lib/attention/b.ts',
    "import type { Verdict } from '#lib/grading/verdict.ts'\nexport const x = (it: Verdict) => it",
    'attention-imports-what-it-may',
  ],
  ['and no package', 'lib/attention/c.ts', "import 'react'", 'pure-rooms-are-pure'],
  [
    'grading has no Node',
    'lib/grading/a.ts',
    "import { readFileSync } from 'node:fs'\nreadFileSync('x')",
    'pure-rooms-are-pure',
  ],
  [
    'grading knows no sandbox',
    'lib/grading/b.ts',
    "import '#lib/sandbox/server/pool.ts'",
    'grading-imports-what-it-may',
  ],
  ['review stands alone', 'lib/review/a.ts', "import '#lib/attention/softmax.ts'", 'review-imports-what-it-may'],
  ['the matcher stands alone', 'lib/matcher/a.ts', "import '#lib/review/due.ts'", 'matcher-imports-what-it-may'],
  ['so does the interview', 'lib/interview/a.ts', "import '#lib/matcher/match.ts'", 'interview-imports-what-it-may'],
  ['neither has Node', 'lib/interview/b.ts', "import 'node:fs'", 'review-interview-and-matcher-are-pure'],
  [
    'contracts know no learner',
    'lib/contract/a.ts',
    "import '#lib/learner/database.ts'",
    'contract-imports-what-it-may',
  ],
  ['lib knows no app', 'lib/auth/a.ts', "import '#app/bench.ts'", 'lib-never-imports-app'],
  ['the course knows no learner', 'lib/course/a.ts', "import '#lib/learner/database.ts'", 'course-imports-what-it-may'],
  ['the learner knows no course', 'lib/learner/a.ts', "import '#lib/course/card.ts'", 'learner-imports-what-it-may'],
  ['set-up stands alone', 'lib/setup/a.js', "import '#lib/course/card.ts'", 'setup-imports-what-it-may'],
  ['content reads no course', 'content/a.ts', "import '#lib/course/read-course.ts'", 'content-imports-what-it-may'],
  ['handlers do not touch Prisma', 'app/a.ts', "import '@prisma/client'", 'only-learner-and-auth-touch-prisma'],
  [
    'a client component reaches no server',
    'app/b.tsx',
    "'use client'\nimport './bridge.ts'",
    'client-never-reaches-server',
  ],
  ['nor does a worker', 'app/c.worker.ts', "import '#lib/sandbox/server/pool.ts'", 'client-never-reaches-server'],
  ['no two files import each other', 'lib/review/b.ts', "import './back.ts'", 'no-cycles'],
  [
    'a handler imports no component',
    'app/api/a.ts',
    "import '#app/_components/plain.ts'",
    'handlers-import-no-components',
  ],
  [
    'a component imports no handler',
    'app/_components/a.ts',
    "import '#app/api/submissions/route.ts'",
    'pages-import-no-handlers',
  ],
  [
    'a shared component imports no route',
    'app/_components/b.ts',
    "import '#app/(course)/review/session.ts'",
    'shared-components-import-no-route',
  ],
  [
    'the service knows no authors',
    'lib/service/a.ts',
    "import '#lib/authoring/check.ts'",
    'service-imports-what-it-may',
  ],
  ['not even by their types', 'lib/review/c.ts', "import type { D } from './type.ts'\nexport type C = D", 'no-cycles'],
  [
    'only the course reads content',
    'lib/authoring/a.ts',
    "import '#content/cards.ts'",
    'authoring-imports-what-it-may',
  ],
  [
    'a part of figures knows no page',
    'app/_components/figure/a.tsx',
    "import '../plain.ts'",
    'figure-parts-import-what-they-may',
  ],
  ['lib has no React', 'lib/course/b.ts', "import 'react'", 'lib-has-no-react'],
  ['what is imported is there', 'app/d.ts', "import './nothing.ts'", 'resolvable'],
]

describe('of a tree that does not', () => {
  const messages = violations({
    ...house,
    'app/bridge.ts': "import '#lib/auth/session.ts'\n",
    'lib/review/back.ts': "import './b.ts'\n",
    'lib/review/type.ts': "import type { C } from './c.ts'\nexport type D = C | null\n",
    'lib/authoring/check.ts': 'export const check = 1\n',
    'app/_components/plain.ts': 'export const plain = 1\n',
    'app/(course)/review/session.ts': 'export const session = 1\n',
    ...Object.fromEntries(broken.map(([, file, text]) => [file, `${text}\n`])),
  })
  test.each(broken)('%s', (_, file, __, rule) => {
    expect(messages).toContainEqual(expect.stringMatching(new RegExp(`^${rule}: ${file} `)))
  })

  test('nothing else is complained of', () => {
    const files = [...broken.map(([, file]) => file), 'lib/review/back.ts', 'lib/review/type.ts']
    expect(messages.filter((violation) => !files.some((file) => violation.includes(`: ${file} `)))).toEqual([])
  })
})
