import { AppError } from '@/lib/errors';
import { IMPORT_LIMITS } from '@/lib/validation/imports';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 65_535;

/**
 * Refuses a workbook that would unpack to more than the limit, by the sizes in its own directory, before anything is unpacked.
 *
 * @throws AppError `file_unreadable` (damaged) without a directory, `file_too_large`
 */
export function assertUnpackedSize(fileName: string, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = () => new AppError('file_unreadable', { fileName, reason: 'damaged' });
  let end = bytes.length - END_LENGTH;
  const lowest = Math.max(0, end - LONGEST_COMMENT);
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < lowest) throw damaged();
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < entries; index += 1) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    total += view.getUint32(at + 24, true);
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > IMPORT_LIMITS.unpackedBytes) {
    throw new AppError('file_too_large', { fileName, sizeBytes: total, limitBytes: IMPORT_LIMITS.unpackedBytes });
  }
}
