import { expect, test } from 'vitest'
import { isPrivatePeer } from '#server/private-peer.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fd00::1',
  'fe80::1',
  '::ffff:10.0.0.1',
])('%s is a private network', address => {
  expect(isPrivatePeer(address)).toBe(true)
})

test.each([
  '8.8.8.8',
  '172.32.0.1',
  '192.169.0.1',
  '2001:4860:4860::8888',
  '::ffff:8.8.8.8',
  '',
  undefined,
  'nonsense',
])('%s is none', address => {
  expect(isPrivatePeer(address)).toBe(false)
})
