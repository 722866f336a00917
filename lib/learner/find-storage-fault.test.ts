import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { expect, test } from 'vitest'
import { findStorageFault } from './find-storage-fault.ts'

const sqlite = (rawCode: number) => Object.assign(new Error('a message'), { code: 'SQLITE', rawCode })
const sqliteInPrisma = (extendedCode: number) =>
  new DriverAdapterError({ kind: 'sqlite', extendedCode, message: 'a message', originalCode: `${extendedCode}` })
const postgresql = (code: string) => Object.assign(new Error('a message'), { code, severity: 'ERROR' })
const postgresqlInPrisma = (code: string) =>
  new DriverAdapterError({ kind: 'postgres', code, severity: 'ERROR', message: 'm', originalCode: code } as never)

test.each([
  [5, 'busy'],
  [517, 'busy'],
  [6, 'busy'],
  [13, 'disk-full'],
  [4874, 'disk-full'],
  [8, 'read-only'],
  [1032, 'read-only'],
  [778, 'disk-failed'],
  [14, 'read-only'],
  [1, undefined],
  [2067, undefined],
  [787, undefined],
])('SQLite’s code %i is %s', (code, fault) => {
  expect(findStorageFault(sqlite(code))).toBe(fault)
  expect(findStorageFault(sqliteInPrisma(code))).toBe(fault)
})

test('a locked SQLite is busy in Prisma’s words too', () => {
  expect(findStorageFault(new DriverAdapterError({ kind: 'SocketTimeout', originalCode: '5' }))).toBe('busy')
})

test('a SQLite file that can’t be opened is reported in words', () => {
  expect(findStorageFault(new Error('ConnectionFailed("Unable to open connection to local database a.db: 14")'))).toBe(
    'read-only',
  )
})

test.each([
  ['53100', 'disk-full'],
  ['25006', 'read-only'],
  ['55P03', 'busy'],
  ['40P01', 'busy'],
  ['57P03', 'unreachable'],
  ['53300', 'unreachable'],
  ['28P01', 'unreachable'],
  ['08006', 'unreachable'],
  ['23505', undefined],
  ['42P01', undefined],
])('PostgreSQL’s code %s is %s', (code, fault) => {
  expect(findStorageFault(postgresql(code))).toBe(fault)
  expect(findStorageFault(postgresqlInPrisma(code))).toBe(fault)
})

test.each([
  Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' }),
  new DriverAdapterError({ kind: 'DatabaseNotReachable', host: 'db', port: 5432 }),
  new DriverAdapterError({ kind: 'ConnectionClosed' }),
  new DriverAdapterError({ kind: 'SocketTimeout' }),
  new Error('timeout exceeded when trying to connect'),
  new Error('Connection terminated unexpectedly'),
  new Error('Query read timeout'),
])('a PostgreSQL without a connection is unreachable: %s', (error) => {
  expect(findStorageFault(error)).toBe('unreachable')
})

test.each([undefined, null, 'words', new Error('words'), Object.assign(new Error('taken'), { code: 'P2002' })])(
  'other errors are not the database’s fault: %s',
  (error) => {
    expect(findStorageFault(error)).toBeUndefined()
  },
)
