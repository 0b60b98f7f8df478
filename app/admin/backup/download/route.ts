import { createBackupDownload } from '@/lib/services/backup-download';
import { answerWithFile } from '@/app/file-answer';

/** Makes a backup and hands it over. By POST, since it leaves an audit row: no link, and nothing that looks ahead, sets it off. */
export function POST(): Promise<Response> {
  return answerWithFile('/admin/backup', async (ctx) => {
    const { fileName, result, openStream } = await createBackupDownload(ctx);
    return { fileName, mediaType: 'application/gzip', sizeBytes: result.sizeBytes, content: openStream() };
  });
}
