import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { formatJalali } from '@/lib/calendar/jalali';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { createBackup, type BackupResult } from './backup';
import { authorise, type ServiceContext } from './service-context';

export interface BackupDownload {
  readonly fileName: string;
  readonly result: BackupResult;
  /** The file as a stream, once; the server's own copy goes when it ends or is broken off. */
  openStream(): ReadableStream<Uint8Array>;
}

/**
 * Makes a backup to be taken away at once: nothing of it stays on the server.
 *
 * @throws AppError as `createBackup`
 */
export async function createBackupDownload(ctx: ServiceContext): Promise<BackupDownload> {
  authorise(ctx, 'backup.manage');
  const { day, time } = toTehranTime(ctx.clock.now());
  const fileName = `mizban-${formatJalali(day, '-')}-${time.replace(':', '')}.tar.gz`;
  const folder = path.join(ctx.dataDir, `.download-${randomUUID()}`);
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    const result = await createBackup(ctx, path.join(folder, fileName));
    return {
      fileName,
      result,
      openStream: () => {
        const file = createReadStream(result.file);
        file.once('close', () => void clear());
        return Readable.toWeb(file) as ReadableStream<Uint8Array>;
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}
