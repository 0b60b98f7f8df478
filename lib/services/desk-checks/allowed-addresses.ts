import { BlockList, isIP, isIPv4 } from 'node:net';

/** IPv4 ranges that are not public unicast (IANA special-purpose registry). */
const NOT_PUBLIC_V4 = listOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);
/** Of IPv6 only this is public unicast, but for what is carved out of it: tunnels, documentation, protocols. */
const GLOBAL_V6 = listOf(['2000::/3']);
const NOT_PUBLIC_V6 = listOf(['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']);
/** Nobody's desk stands there, whatever a list says: unspecified, link-local with the machines' own services, multicast, reserved. */
const NEVER = listOf(['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', '::/128', 'fe80::/10', 'ff00::/8']);
/** Shorter prefixes would open a whole network instead of naming the office's own. */
const SHORTEST_PREFIX = { 4: 8, 6: 16 } as const;

/** One line of the admin's list of ranges as `address/prefix`; a single address is a range of one. Null for what is no such range. */
export function readRange(text: string): string | null {
  const [address = '', prefix, ...rest] = text.trim().split('/');
  const version = isIP(address);
  if (rest.length > 0 || (version !== 4 && version !== 6) || address.includes('%')) return null;
  const longest = version === 4 ? 32 : 128;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return null;
  const bits = prefix === undefined ? longest : Number(prefix);
  if (bits > longest || bits < SHORTEST_PREFIX[version]) return null;
  const range = `${plainAddress(address)}/${bits}`;
  const isNever = NEVER.check(plainAddress(address), familyOf(address));
  return isNever || (version === 6 && isIPv4(plainAddress(address))) ? null : range;
}

/**
 * Which addresses may be asked: public unicast and the ranges named. An IPv6 address that carries an IPv4 one (`::ffff:127.0.0.1`) is judged as
 * that; addresses of a zone (`fe80::1%eth0`) and of translators and tunnels are refused.
 */
export function addressRule(ranges: readonly string[]): (address: string) => boolean {
  // a line that names no range opens nothing
  const named = listOf(ranges.flatMap((range) => readRange(range) ?? []));
  return (given) => {
    if (isIP(given) === 0 || given.includes('%')) return false;
    const address = plainAddress(given);
    const family = familyOf(address);
    if (NEVER.check(address, family)) return false;
    if (named.check(address, family)) return true;
    if (family === 'ipv4') return !NOT_PUBLIC_V4.check(address, family);
    return GLOBAL_V6.check(address, family) && !NOT_PUBLIC_V6.check(address, family);
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix = ''] = range.split('/');
    list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}

/** An address in its one spelling, an IPv4 address inside an IPv6 one taken out. */
function plainAddress(address: string): string {
  if (isIPv4(address)) return address;
  const compact = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const carried = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(compact);
  if (carried === null) return compact;
  const [high, low] = [parseInt(carried[1] ?? '', 16), parseInt(carried[2] ?? '', 16)];
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}
