import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Db } from '@/db/client';
import { uploads } from '@/db/schema/events';
import { evidencePath } from '@/lib/services/evidence-files';

/** An upload with its file in the data folder. Returns the path of the file. */
export function insertUploadWithFile(db: Db, dataDir: string, bodyId: number, content: string): string {
  const id = randomUUID();
  const file = path.join(dataDir, evidencePath(id));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  db.insert(uploads)
    .values({
      id,
      bodyId,
      uploadedBy: 'u1',
      uploadedAt: '2018-12-01T08:00:00.000Z',
      originalName: 'نامه.pdf',
      mediaType: 'application/pdf',
      kind: 'file',
      sizeBytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    .run();
  return file;
}
