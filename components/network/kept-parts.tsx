import { otherParts, type NetworkAddress } from './network-href';

/** Hidden fields with what the address says besides the fields of a form. */
export function KeptParts({ address, asked }: { address: NetworkAddress; asked: readonly string[] }) {
  return otherParts(address, asked).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
