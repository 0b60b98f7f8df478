import type { ExportTable } from '@/lib/services/exports/table';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { getContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { signInPath } from '@/lib/paths';
import type { ServiceContext } from '@/lib/services/service-context';

const SAFE = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' };

/** What the address itself made impossible; nothing is broken. */
const ASKED_WRONGLY = new Map<string, number>([
  ['invalid_input', 400],
  ['as_of_out_of_range', 400],
  ['no_programme', 404],
]);

export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly sizeBytes?: number;
}

/**
 * Answers with a file to be kept. Somebody who is not signed in is led to the sign-in page and then to `page`; whoever may not have the
 * file learns no more than that there is none.
 */
export async function answerWithFile(
  page: string,
  make: (ctx: ServiceContext) => FileAnswer | Promise<FileAnswer>,
): Promise<Response> {
  try {
    const { fileName, mediaType, content, sizeBytes } = await make(await getContext());
    return new Response(content, {
      headers: {
        ...SAFE,
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="${fileName}"`,
        ...(sizeBytes === undefined ? {} : { 'Content-Length': String(sizeBytes) }),
      },
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'signed_out') {
      return new Response(null, { status: 303, headers: { Location: signInPath(page) } });
    }
    const isHidden = error.code === 'forbidden' || error.code === 'not_found';
    return new Response(describeErrorInline(isHidden ? { code: 'not_found', details: {} } : error), {
      status: isHidden ? 404 : (ASKED_WRONGLY.get(error.code) ?? 500),
      headers: { ...SAFE, 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}

/** What files of spreadsheets are called on the way to a browser. */
export const TABLE_MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export interface TableAnswer {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly format: keyof typeof TABLE_MEDIA_TYPES;
  readonly table: ExportTable;
}

/** As `answerWithFile`, with a table for a spreadsheet. */
export function answerWithTable(page: string, make: (ctx: ServiceContext) => TableAnswer): Promise<Response> {
  return answerWithFile(page, async (ctx) => {
    const { name, format, table } = make(ctx);
    return {
      fileName: `${name}.${format}`,
      mediaType: TABLE_MEDIA_TYPES[format],
      content: format === 'csv' ? writeCsv(table) : new Uint8Array(await writeXlsx(table)),
    };
  });
}
