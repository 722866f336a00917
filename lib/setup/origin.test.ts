import { expect, test } from 'vitest'
import { parseOrigin, parseOrigins } from './origin.js'
import { SetupError } from './setup-error.js'

test.each([
  ['https://course.example', 'https://course.example'],
  ['https://course.example/', 'https://course.example'],
  [' https://Course.Example:443/ ', 'https://course.example'],
  ['http://course.example:80', 'http://course.example'],
  ['HTTP://192.0.2.1:3000', 'http://192.0.2.1:3000'],
  ['http://[2001:DB8::1]:3000/', 'http://[2001:db8::1]:3000'],
])('%s is the origin %s', (text, origin) => {
  expect(parseOrigin('BETTER_AUTH_URL', text)).toBe(origin)
})

test.each([
  ['course.example', 'must begin with http:// or https://'],
  ['course.example:3000', 'must begin with http:// or https://'],
  ['//course.example', 'must begin with http:// or https://'],
  ['ftp://course.example', 'must begin with http:// or https://'],
  ['https://', 'is not an address'],
  ['https://course example', 'is not an address'],
  ['https://course.example:99999', 'is not an address'],
  ['https://course.example/attention', 'as in https://course.example, and can’t be served below a path'],
  ['https://course.example/?a', 'can’t be served below a path'],
  ['https://course.example/#a', 'can’t be served below a path'],
  ['https://ada:secret@course.example', 'must not contain a user name or password'],
])('%s is refused in one sentence', (text, reason) => {
  const parse = () => parseOrigin('BETTER_AUTH_URL', text)
  expect(parse).toThrow(SetupError)
  expect(parse).toThrow(reason)
  expect(parse).toThrow(/^BETTER_AUTH_URL [^\n]+$/)
  expect(parse).not.toThrow('secret')
})

test('a list may have blanks and a comma at its end', () => {
  expect(parseOrigins('TRUSTED_ORIGINS', 'https://a.example/, http://b.example ,')).toEqual([
    'https://a.example',
    'http://b.example',
  ])
  expect(parseOrigins('TRUSTED_ORIGINS', ' ')).toEqual([])
})
