import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Db } from '@/db/client';
import { listUploadDigests } from '@/db/queries/verification';
import { sha256OfFile } from './backup-archive';

export interface EvidenceFile {
  readonly id: string;
  /** Path inside the data folder, with `/`. */
  readonly path: string;
  readonly state: 'sound' | 'missing' | 'changed';
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Where the content of an upload lies inside the data folder. */
export function evidencePath(id: string): string {
  return `evidence/${id.slice(0, 2)}/${id}`;
}

/** Every upload the database knows, compared with its file: size and SHA-256 as they are on the disk now. */
export async function inspectEvidenceFiles(db: Db, dataDir: string): Promise<EvidenceFile[]> {
  const found: EvidenceFile[] = [];
  for (const upload of listUploadDigests(db)) {
    const relative = evidencePath(upload.id);
    const file = path.join(/* turbopackIgnore: true */ dataDir, relative);
    const stats = await stat(file).catch(() => null);
    if (stats === null || !stats.isFile()) {
      found.push({ id: upload.id, path: relative, state: 'missing', sizeBytes: 0, sha256: '' });
      continue;
    }
    const sha256 = await sha256OfFile(file);
    const isSound = sha256 === upload.sha256 && stats.size === upload.sizeBytes;
    found.push({ id: upload.id, path: relative, state: isSound ? 'sound' : 'changed', sizeBytes: stats.size, sha256 });
  }
  return found;
}
