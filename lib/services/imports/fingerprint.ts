import { createHash } from 'node:crypto';

/** SHA-256 of what was taken in, for the audit log. */
export function fingerprint(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
