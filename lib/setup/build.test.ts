import { expect, test } from 'vitest'
import { requireBuildableFolder } from './build.js'
import { SetupError } from './setup-error.js'

test.each(['/srv/course', '/srv/100% %41/my course', '/srv/ä中😀 (x) [y] {z} & + @', "C:\\Users\\O'Hara"])(
  'pages can be built in %s',
  (folder) => {
    expect(() => requireBuildableFolder(folder)).not.toThrow()
  },
)

test.each(['/srv/c#/course', '/srv/what?/course'])('pages can’t be built in %s, which one sentence says', (folder) => {
  expect(() => requireBuildableFolder(folder)).toThrow(SetupError)
  expect(() => requireBuildableFolder(folder)).toThrow(/^The pages can’t be built in [^\n]+\.$/)
})
