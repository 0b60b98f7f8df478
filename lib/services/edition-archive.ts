import { isAppError } from '@/lib/errors';
import { withWeekFacts, type EditionListRow } from './edition-list';
import { getEditionPage, getWholeEdition, listEditions, type EditionRow } from './editions';
import { getEditionPdf } from './edition-pdf';
import type { RenderEdition } from './edition-rendering';
import { editionJson, writeEditionWorkbook } from './exports/edition-file';
import { withFontsInside } from './pdf';
import { authorise, type ServiceContext } from './service-context';

export const ARCHIVE_FORMATS = ['html', 'pdf', 'xlsx', 'json'] as const;
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number];

/** One edition in the index of an archive, with the paths of what is there of it. */
export interface ArchiveRow extends EditionListRow {
  readonly files: Partial<Record<ArchiveFormat, string>>;
}

export interface ArchiveDrawing {
  readonly edition: RenderEdition;
  /** The index as an HTML document of its own. */
  readonly index: (rows: readonly ArchiveRow[], head: ArchiveHead) => string;
}

/** What the newest edition says of itself and its office. */
export interface ArchiveHead {
  readonly office: string;
  readonly sampleNote: string | null;
}

export interface ArchiveEntry {
  readonly edition: EditionListRow;
  readonly format: ArchiveFormat;
  /** Inside the archive, with `/`. */
  readonly path: string;
  /** Known beforehand where the edition itself says it. */
  readonly sha256: string | null;
  /** Makes the content; null for a PDF that cannot be printed. The signal ends a print. */
  readonly make: (signal?: AbortSignal) => Promise<Uint8Array | null>;
}

const encode = (text: string) => new TextEncoder().encode(text);

function pathOf({ programmeCode, number }: EditionRow, format: ArchiveFormat): string {
  return `${programmeCode.replace(/[^\w.-]/g, '_')}/report-${String(number).padStart(3, '0')}.${format}`;
}

function maker(
  ctx: ServiceContext,
  row: EditionRow,
  render: RenderEdition,
  format: ArchiveFormat,
): ArchiveEntry['make'] {
  const choice = { programme: row.programmeCode };
  const edition = () => getWholeEdition(ctx, row.number, choice);
  switch (format) {
    case 'html':
      return async () => encode(await withFontsInside(getEditionPage(ctx, row.number, render, choice)));
    case 'json':
      return () => Promise.resolve(encode(editionJson(edition())));
    case 'xlsx':
      return () => writeEditionWorkbook(edition());
    case 'pdf':
      return async (signal) => {
        try {
          return await getEditionPdf(ctx, row.number, render, { ...choice, signal });
        } catch (error) {
          const isMissing = isAppError(error, 'no_browser') || isAppError(error, 'print_failed');
          if (isMissing && signal?.aborted !== true) return null;
          throw error;
        }
      };
  }
}

/**
 * Everything an archive of the editions holds but its index, newest edition first. Nothing is made before it is asked for.
 *
 * @throws AppError `forbidden` for whoever may not read reports whole; `not_found` for an unknown programme
 */
export function planArchive(
  ctx: ServiceContext,
  render: RenderEdition,
  choice: { readonly programme?: string | null } = {},
): ArchiveEntry[] {
  authorise(ctx, 'report.read');
  return withWeekFacts(listEditions(ctx, choice)).flatMap((edition) =>
    ARCHIVE_FORMATS.map((format) => ({
      edition,
      format,
      path: pathOf(edition, format),
      sha256: format === 'json' ? edition.sha256 : null,
      make: maker(ctx, edition, render, format),
    })),
  );
}

/** The rows of an archive's index; `has` says what is there. */
export function archiveRows(entries: readonly ArchiveEntry[], has: (path: string) => boolean): ArchiveRow[] {
  return [...new Set(entries.map(({ edition }) => edition))].map((edition) => {
    const own = entries.filter((entry) => entry.edition === edition && has(entry.path));
    return { ...edition, files: Object.fromEntries(own.map(({ format, path }) => [format, path])) };
  });
}

export function archiveHead(ctx: ServiceContext, entries: readonly ArchiveEntry[]): ArchiveHead {
  const newest = entries[0]?.edition;
  if (newest === undefined) return { office: '', sampleNote: null };
  const { header } = getWholeEdition(ctx, newest.number, { programme: newest.programmeCode }).document;
  return { office: header.office, sampleNote: header.sampleNote };
}

/** Lines that `sha256sum -c` reads. */
export function sumLines(sums: ReadonlyMap<string, string>): string {
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sum]) => `${sum}  ${path}\n`)
    .join('');
}

export const INDEX_FILE = 'index.html';
export const SUMS_FILE = 'SHA256SUMS';
