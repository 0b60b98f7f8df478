import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressRule, readRange } from '@/lib/services/desk-checks/allowed-addresses';

const isPublic = addressRule([]);

describe('addresses that may be asked without being named', () => {
  it.each([
    '93.184.215.14',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '223.255.255.255',
    '2a00:1450::1',
  ])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    ...[
      '0.0.0.0',
      '0.1.2.3',
      '10.0.0.1',
      '10.255.255.255',
      '100.64.0.1',
      '100.127.255.255',
      '127.0.0.1',
      '127.255.255.254',
    ],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1'],
    ...[
      '198.18.0.1',
      '198.19.255.255',
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
      '239.1.1.1',
      '240.0.0.1',
      '255.255.255.255',
    ],
    ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::FFFF:10.0.0.1', '0:0:0:0:0:ffff:c0a8:101'],
    ...[
      '64:ff9b::7f00:1',
      '64:ff9b::8.8.8.8',
      '64:ff9b:1::1',
      '100::1',
      '2001::1',
      '2001:0:4136:e378::1',
      '2001:db8::1',
    ],
    ...['2001:20::1', '2002:7f00:1::', '2002:c0a8:101::1', '2620:4f:8000::1', '3fff::1', '5f00::1'],
    ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2a00:1450::1%eth0'],
    ...['', 'localhost', '127.1', '0x7f000001', '1.1.1.1/32', ' 1.1.1.1'],
  ])('%j is not', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it('judges an IPv4 address inside an IPv6 one as the IPv4 address it is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublic(`::ffff:${address}`)).toBe(isPublic(address));
      }),
    );
  });
});

describe('ranges that the admin names', () => {
  it('are allowed besides the public ones, and nothing beside them', () => {
    const rule = addressRule(['10.20.0.0/16', '192.168.1.5/32', 'fd12::/32']);
    expect(['10.20.0.1', '10.20.255.255', '::ffff:10.20.1.1', '192.168.1.5', 'fd12::1', '1.1.1.1'].map(rule)).toEqual(
      Array(6).fill(true),
    );
    expect(['10.21.0.1', '192.168.1.6', '127.0.0.1', 'fd13::1', '::ffff:10.21.0.1'].map(rule)).toEqual(
      Array(5).fill(false),
    );
  });

  it.each(['169.254.169.254', '0.0.0.0', '224.0.0.1', '255.255.255.255', 'fe80::1', 'ff02::1', '::'])(
    'never open %s',
    (address) => {
      expect(
        addressRule(['128.0.0.0/8', '169.0.0.0/8', '224.0.0.0/8', '255.0.0.0/8', 'fe80::/16', '::/16'])(address),
      ).toBe(false);
    },
  );

  it('that are none open nothing', () => {
    expect(['127.0.0.1', '10.0.0.1'].map(addressRule(['', '/', '127.0.0.1/', '0.0.0.0/0', 'x', '10.0.0.0/']))).toEqual([
      false,
      false,
    ]);
  });

  it.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    [' 10.1.2.3 ', '10.1.2.3/32'],
    ['FD12:0:0::/48', 'fd12::/48'],
    ['::1', '::1/128'],
  ])('%j is %s', (text, range) => {
    expect(readRange(text)).toBe(range);
  });

  it.each([
    ...['', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0.0/7', '0.0.0.0/0', '::/0', '2000::/3'],
    ...['10.0.0', '10.0.0.0 /8', 'desk.example', '169.254.0.0/16', '224.0.0.0/8', 'fe80::/64', '::ffff:10.0.0.0/104'],
    ...['fe80::1%eth0/64', '10.0.0.0/0x8'],
  ])('%j is no range to name', (text) => {
    expect(readRange(text)).toBeNull();
  });
});
