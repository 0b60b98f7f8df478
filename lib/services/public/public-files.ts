import { createHash } from 'node:crypto';
import { formatJalali } from '@/lib/calendar/jalali';
import {
  PUBLIC_RESOURCE_NAMES,
  PUBLIC_RESOURCES,
  type PublicColumn,
  type PublicResource,
  type PublicRow,
} from '@/lib/domain/public-data';
import { AppError } from '@/lib/errors';
import { apiDate } from '@/lib/format/dates';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import { PUBLIC_COLUMN_WORDS, PUBLIC_LICENCE, PUBLIC_TYPE_WORDS } from '@/lib/messages/public-data';
import { toCsvText, type CsvValue } from '../exports/csv-text';
import { openPublicData, type PublicContext, type PublicData } from './public-data';

export const PUBLIC_FORMATS = ['csv', 'json'] as const;
export type PublicFormat = (typeof PUBLIC_FORMATS)[number];

/** An open file. Its text is made, or brought out of memory, only when asked for. */
export interface PublicFile {
  readonly fileName: string;
  readonly format: PublicFormat;
  /** Differs whenever the text does; with its quotation marks, as HTTP wants it. */
  readonly etag: string;
  readonly text: () => string;
}

/** The words of every column of every open file, as rows. The same whether the page is on or off. */
export function dictionaryRows(): PublicRow<'dictionary'>[] {
  return PUBLIC_RESOURCE_NAMES.flatMap((resource) => {
    const words: Readonly<Record<string, { title: string; meaning: string; unit?: string }>> =
      PUBLIC_COLUMN_WORDS[resource];
    return columnsOf(resource).map(({ name, type, sources }) => ({
      resource,
      column: name,
      title: words[name]?.title ?? null,
      meaning: words[name]?.meaning ?? null,
      type: PUBLIC_TYPE_WORDS[type],
      unit: words[name]?.unit ?? null,
      source_columns: sources.length === 0 ? null : sources.join(' '),
    }));
  });
}

/**
 * An open file by its name, such as `bodies.csv`.
 * @throws AppError `not_found` while the page is off, for another name, and before there is anything to publish
 */
export function getPublicFile(ctx: PublicContext, name: string): PublicFile {
  const { ledger, data } = openPublicData(ctx);
  const [stem = '', format = ''] = name.split('.', 2);
  const resource = PUBLIC_RESOURCE_NAMES.find((known) => known === stem);
  const known = PUBLIC_FORMATS.find((each) => each === format);
  if (resource === undefined || known === undefined || name !== `${stem}.${format}` || data === null) {
    throw new AppError('not_found', { subject: 'public_file', name });
  }
  const { asOf } = data;
  const text = () =>
    ledger.page(asOf, `public ${name}`, () => (known === 'csv' ? toCsv(resource, data) : toJson(resource, data)));
  return {
    fileName: `mizban-${stem}-${formatJalali(asOf, '-')}.${format}`,
    format: known,
    etag: ledger.view(
      asOf,
      `public etag ${name}`,
      () => `"${createHash('sha256').update(text()).digest('base64url').slice(0, 27)}"`,
    ),
    text,
  };
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

const columnsOf = (resource: PublicResource): readonly PublicColumn[] => PUBLIC_RESOURCES[resource];

function rowsOf(resource: PublicResource, data: PublicData): readonly Row[] {
  switch (resource) {
    case 'bodies':
      return data.bodies;
    case 'body_tracks':
      return data.bodyTracks;
    case 'milestones':
      return data.milestones;
    case 'figures':
      return data.figures;
    case 'outcomes':
      return data.outcomes;
    case 'dictionary':
      return dictionaryRows();
  }
}

function toCsv(resource: PublicResource, data: PublicData): string {
  const names = columnsOf(resource).map(({ name }) => name);
  const cell = (value: Row[string] | undefined): CsvValue => (typeof value === 'boolean' ? String(value) : (value ?? null));
  return toCsvText([names, ...rowsOf(resource, data).map((row) => names.map((name) => cell(row[name])))]);
}

function toJson(resource: PublicResource, data: PublicData): string {
  const names = columnsOf(resource).map(({ name }) => name);
  return JSON.stringify({
    resource,
    asOf: apiDate(data.asOf),
    programme: data.programme,
    county: data.county,
    source: data.county === null ? null : PUBLIC_PAGE.source(data.county),
    licence: PUBLIC_LICENCE,
    rows: rowsOf(resource, data).map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]))),
  });
}
