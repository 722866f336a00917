import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatDatabaseUrl, parseDatabaseUrl } from './database-url.js'
import { SetupError } from './setup-error.js'

const FOLDER = path.resolve('/srv/course')
const parse = (text: string | undefined) => parseDatabaseUrl(text, FOLDER)
const sqlite = (file: string) => ({ provider: 'sqlite', file: path.resolve(FOLDER, file) })
const postgresql = (url: string) => ({ provider: 'postgresql', url })

describe('a SQLite file', () => {
  test.each([
    [undefined, 'data/course.db'],
    ['', 'data/course.db'],
    ['  ', 'data/course.db'],
    ['file:course.db', 'course.db'],
    ['file:./course.db', 'course.db'],
    ['file:../course.db', '/srv/course.db'],
    ['FILE:course.db', 'course.db'],
    [' file:course.db\r\n', 'course.db'],
    ['file:/var/lib/course.db', '/var/lib/course.db'],
    ['file:///var/lib/course.db', '/var/lib/course.db'],
    ['file://localhost/var/lib/course.db', '/var/lib/course.db'],
    ['file:/my files/course.db', '/my files/course.db'],
    ['file:/my%20files/course.db', '/my files/course.db'],
    ['file:/ä/%C3%A4/course.db', '/ä/ä/course.db'],
    ['file:/c#/course.db', '/c#/course.db'],
    ['file:/what?/course.db', '/what?/course.db'],
    ['file:/50%/100%zz/%FF/course.db', '/50%/100%zz/%FF/course.db'],
    ['file:/a%23b%3Fc%25d/course.db', '/a#b?c%d/course.db'],
  ])('is named by %j', (text, file) => {
    expect(parse(text)).toEqual(sqlite(file))
  })

  test('with a path of 504 bytes is the longest that SQLite opens', () => {
    const longest = `/${'d'.repeat(251)}/${'c'.repeat(251)}`
    expect(parse(`file:${longest}`)).toEqual(sqlite(longest))
    expect(() => parse(`file:${longest}c`)).toThrow(/^The path of the SQLite file has 505 bytes, [^\n]+504[^\n]+$/)
  })

  test('keeps its name in the address that the driver gets', () => {
    const file = path.resolve('/a#b?c%41/ä d.db')
    const url = formatDatabaseUrl({ provider: 'sqlite', file })
    expect(url).not.toMatch(/[#?]|%41/)
    expect(parse(url)).toEqual({ provider: 'sqlite', file })
  })
})

describe('PostgreSQL', () => {
  test.each([
    'postgresql://host/course',
    'postgresql://user:secret@host',
    'postgres://user:secret@host:5432/course?sslmode=require',
    'postgresql://user:p%40ss%2Fw%23rd@[::1]:5432/course',
    'postgresql://user:p@ss@host/course',
    'postgresql:///course?host=/var/run/postgresql',
    'postgresql://user@/course?host=/var/run/postgresql',
    'postgresql://%2Fvar%2Frun%2Fpostgresql/course',
  ])('is named by %s', (url) => {
    expect(parse(url)).toEqual(postgresql(url))
    expect(parse(` ${url} `)).toEqual(postgresql(url))
  })

  test('may be written in capitals', () => {
    expect(parse('POSTGRESQL://user@host/course')).toEqual(postgresql('postgresql://user@host/course'))
  })

  test('may have a password with a percent sign or a space', () => {
    expect(parse('postgresql://user:a b@host/course')).toEqual(postgresql('postgresql://user:a%20b@host/course'))
    expect(parse('postgresql://user:100%zz@host/course')).toEqual(postgresql('postgresql://user:100%25zz@host/course'))
  })
})

const REFUSED = [
  'course.db',
  './course.db',
  '/var/lib/course.db',
  'C:\\course.db',
  '"file:course.db"',
  'file',
  'file:',
  'file:data/',
  'file::memory:',
  ':memory:',
  'file:%00',
  'file:data/course.db?connection_limit=1',
  'file:data/course.db?mode=ro&cache=shared',
  'file://data/course.db',
  'sqlite:course.db',
  'sqlite:///course.db',
  'libsql://host',
  'mysql://x',
  'mysql://user:hunter2@host/course',
  'prisma+postgres://host/?api_key=hunter2',
  'user:hunter2@host/course',
  'host=db user=me password=hunter2',
  'postgres',
  'postgresql:',
  'postgresql:course',
  'postgresql://',
  'postgresql:/host/course',
  'postgresql://user:hunter2#1@host/course',
  'postgresql://user:hunter2/1@host/course',
  'postgresql://user:2/hunter2@host/course',
  'postgresql://user:2#hunter2@host/course',
  'postgresql://user:2?hunter2@host/course',
  'postgresql://user:hunter2@host:port/course',
  'postgresql://user:hunter2@host:99999/course',
]
test.each(REFUSED)('%s is refused in one sentence that shows the right form', (text) => {
  expect(() => parse(text)).toThrow(SetupError)
  expect(() => parse(text)).toThrow(/^DATABASE_URL must [^\n]+(file:|postgresql:\/\/)[^\n]+\.$/)
  expect(() => parse(text)).not.toThrow(/hunter2/)
})
