import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { STEP_MARKS, type EditionDocument, type EditionPromiseRow } from '@/lib/domain/edition';
import { formatJalali } from '@/lib/calendar/jalali';
import { EDITION_SHEETS as W } from '@/lib/messages/report-files';
import { paperWords } from '@/lib/messages/reports';
import { PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { writeRemarks } from '@/lib/services/edition-remarks';
import { getEdition } from '@/lib/services/editions';
import { editionTables } from '@/lib/services/exports/edition-tables';
import { getEditionFile } from '@/lib/services/exports/edition-file';
import { writeWorkbook } from '@/lib/services/exports/write-table';
import { getReportDocument } from '@/lib/services/report-documents';
import { issueEdition } from '../support/issue-edition';
import { done, line, smallCounty, type County } from '../support/small-county';

/** A county with something in every section but the decisions of meetings, and its report of the last week. */
async function reported(): Promise<County> {
  const county = await smallCounty();
  await county.history([
    ...done('EA-001', ['HD1'], '1397/06/20'),
    ...done('EA-001', ['ED1', 'ED2'], '1397/07/28'),
    line('EA-001', 'ED3', 'claim', '1397/09/12'),
    line('EA-002', 'HD1', 'claim', '1397/09/13'),
    line('VA-001', 'NT1', 'block', '1397/08/01', '=نبود دکل', 'no_telecom_coverage,telecom,'),
  ]);
  writeRemarks(county.as('deputy'), { week: '2018-12-01', text: 'سخن نخست.', expectedRemarkId: null });
  issueEdition(county.office());
  return county;
}

type Cell = string | number | boolean | Date | null;

async function sheetOf(file: string | Uint8Array, name: string) {
  const rows = (await readSheet(Buffer.from(file), name)) as Cell[][];
  return { line: rows[0]?.[0], heads: rows[1] ?? [], rows: rows.slice(2) };
}

/** The cells under a heading. */
const under = ({ heads, rows }: { heads: Cell[]; rows: Cell[][] }, heading: string) =>
  rows.map((row) => row[heads.indexOf(heading)] ?? null);

const close = (found: Cell[], wanted: (number | null)[]) => {
  expect(found).toHaveLength(wanted.length);
  found.forEach((cell, index) => {
    const value = wanted[index] ?? null;
    if (value === null) expect(cell).toBeNull();
    else expect(cell).toBeCloseTo(value, 9);
  });
};

const bodiesOf = ({ attachment }: EditionDocument) => attachment.groups.flatMap(({ bodies }) => bodies);

describe('an edition as a workbook', () => {
  test('holds what is frozen, sheet by sheet, with figures as numbers', async () => {
    const county = await reported();
    const { document, sha256, verificationCode } = getEdition(county.as('viewer'), 1);
    const file = await getEditionFile(county.as('viewer'), 1, 'xlsx');

    const front = (await readSheet(Buffer.from(file), W.summary)) as Cell[][];
    const fact = (name: string) => front.filter(([label]) => label === name).map(([, value]) => value);
    expect(fact(W.edition)).toEqual([1]);
    expect(fact(W.code)).toEqual([verificationCode]);
    expect(fact(W.sha256)).toEqual([sha256]);
    expect(fact(W.week1)).toEqual([formatJalali(document.header.weekStartOn)]);
    expect(fact(W.remarks)).toEqual(['سخن نخست.']);
    expect(fact(W.changes)).toEqual(document.changes);

    const tracks = await sheetOf(file, W.tracks);
    expect(tracks.line).toContain(verificationCode);
    expect(under(tracks, W.track)).toEqual(document.trackRows.map(({ label }) => label));
    close(
      under(tracks, W.verified),
      document.trackRows.map(({ verified }) => verified),
    );
    close(
      under(tracks, W.spi),
      document.trackRows.map(({ spi }) => spi),
    );
    expect(under(tracks, W.deadline)).toEqual(
      document.trackRows.map(({ deadlineOn }) => (deadlineOn === null ? null : formatJalali(deadlineOn))),
    );
    expect(under(tracks, W.gregorian(W.deadline))).toEqual(
      document.trackRows.map(({ deadlineOn }) => (deadlineOn === null ? null : new Date(`${deadlineOn}T00:00:00Z`))),
    );

    const status = await sheetOf(file, W.status);
    for (const name of PAIR_STATUSES) {
      close(
        under(status, PAIR_STATUS_LABELS[name]),
        document.statusRows.map(({ counts }) => counts[name]),
      );
    }
    const categories = await sheetOf(file, W.categories);
    close(
      under(categories, W.claimed),
      [...document.byCategory, document.totals].map(({ claimed }) => claimed),
    );
    const late = await sheetOf(file, W.late);
    expect(under(late, W.bodyCode)).toEqual(document.late.rows.map(({ bodyCode }) => bodyCode));
    close(
      under(late, W.daysLate),
      document.late.rows.map(({ daysLate }) => daysLate),
    );
    const silent = await sheetOf(file, W.silent);
    close(
      under(silent, W.silentDays),
      document.silent.rows.map(({ days }) => days),
    );
    const week = await sheetOf(file, W.week);
    close(
      under(week, W.claims),
      document.week.rows.map(({ claims }) => claims),
    );
    const blockers = await sheetOf(file, W.blockers);
    close(
      under(blockers, W.steps),
      document.blockers.rows.map(({ milestones }) => milestones),
    );
    expect(document.late.rows.length * document.silent.rows.length * document.blockers.rows.length).toBeGreaterThan(0);

    const attachment = await sheetOf(file, W.attachment);
    expect(under(attachment, W.bodyCode)).toEqual(bodiesOf(document).map(({ code }) => code));
    const [track] = document.tracks;
    const words = under(attachment, W.step(track?.title ?? '', 1));
    const marks = bodiesOf(document).map(({ tracks: pairs }) => pairs[0]?.marks[0] ?? null);
    words.forEach((word, index) => {
      expect(word === paperWords.legendVerified, String(marks[index])).toBe(marks[index] === STEP_MARKS.verified);
      expect(word === null).toBe(marks[index] === null);
    });
    expect(words).toContain(paperWords.legendVerified);
  });

  test('is made of the edition as it was, not of what happened since', async () => {
    const county = await reported();
    const before = await sheetOf(await getEditionFile(county.as('viewer'), 1, 'xlsx'), W.attachment);
    await county.history(done('DO-001', ['HD1', 'HD2'], '1397/09/17'));
    expect(await sheetOf(await getEditionFile(county.as('viewer'), 1, 'xlsx'), W.attachment)).toEqual(before);
  });

  test('a section without rows has no sheet', async () => {
    const county = await reported();
    const { document } = getEdition(county.as('viewer'), 1);
    const namesOf = (changed: Partial<EditionDocument>) =>
      editionTables({ ...document, ...changed }).map(({ name }) => name);
    const names = namesOf({ silent: { ...document.silent, rows: [] } });
    expect(names).not.toContain(W.silent);
    const withoutGroups = namesOf({ byCategory: [], byDistrict: [], districtTracks: [], statusRows: [] });
    const groups: string[] = [W.categories, W.districts, W.districtTracks, W.status];
    expect(withoutGroups.filter((name) => groups.includes(name))).toEqual([]);
    expect(names).not.toContain(W.promises);
    expect(names.slice(0, 3)).toEqual([W.tracks, W.categories, W.districts]);
    expect(names.at(-1)).toBe(W.attachment);
  });

  test('decisions of meetings have a sheet of their own, with both calendars', async () => {
    const county = await reported();
    const { document } = getEdition(county.as('viewer'), 1);
    const promise: EditionPromiseRow = {
      ...{ number: 4, meetingOn: '2018-12-01', text: 'تصمیم', owner: 'فرماندار', bodyCode: null, bodyName: null },
      ...{ promisedOn: '2018-12-05', state: 'kept', timing: '', note: null },
    };
    const tables = editionTables({ ...document, promises: { sentence: '', rows: [promise] } });
    const table = tables.find(({ name }) => name === W.promises);
    expect(table?.rows).toEqual([
      [
        4,
        '1397/09/10',
        '2018-12-01',
        'تصمیم',
        'فرماندار',
        null,
        null,
        '1397/09/14',
        '2018-12-05',
        'عمل شد',
        null,
        null,
      ],
    ]);
  });

  test('texts are never formulas, there or in the table', async () => {
    const table = { name: 'x', columns: [{ heading: 'x', kind: 'text' as const }], rows: [['=1+1']] };
    const file = await writeWorkbook({ front: { name: 'y', pairs: [['a', '=2+2']] }, line: 'z', tables: [table] });
    expect((await sheetOf(file, 'x')).rows).toEqual([['=1+1']]);
    expect(await readSheet(Buffer.from(file), 'y')).toEqual([['a', '=2+2']]);
  });
});

describe('an edition as a table', () => {
  test('is one row a body, each with the edition it is of, so that weeks can be put under one another', async () => {
    const county = await reported();
    const { document } = getEdition(county.as('viewer'), 1);
    const text = String(await getEditionFile(county.as('viewer'), 1, 'csv'));
    expect(text.startsWith('\ufeff')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true });
    expect(data.map((row) => row[W.bodyCode])).toEqual(bodiesOf(document).map(({ code }) => code));
    expect(new Set(data.map((row) => `${row[W.edition]} ${row[W.gregorian(W.week2)]}`))).toEqual(
      new Set([`1 ${document.header.weekEndOn}`]),
    );
    const title = document.tracks[0]?.title ?? '';
    expect(data.map((row) => row[W.ofTrack(title, W.verified)])).toEqual(
      bodiesOf(document).map(({ tracks }) => (tracks[0] ? String(tracks[0].verified) : '')),
    );
  });
});

describe('an edition as JSON', () => {
  test('is the frozen text: its SHA-256 is the one of the edition', async () => {
    const county = await reported();
    const { sha256 } = getEdition(county.as('viewer'), 1);
    const text = String(await getEditionFile(county.as('viewer'), 1, 'json'));
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  });

  test('the API hands out every part of it', async () => {
    const county = await reported();
    const { document } = getEdition(county.as('viewer'), 1);
    const { report } = getReportDocument(county.as('viewer'), 1) as { report: Record<string, unknown> };
    expect(Object.keys(report)).toEqual(Object.keys(document));
    expect(report['attachment']).toEqual(document.attachment);
  });
});

describe('who gets it', () => {
  test('a liaison: the summary with the own rows, as tables and never as the frozen text', async () => {
    const county = await reported();
    const liaison = county.as('liaison', { bodies: ['EA-002'] });
    const file = await getEditionFile(liaison, 1, 'xlsx');
    const attachment = await sheetOf(file, W.attachment);
    expect(under(attachment, W.bodyCode)).toEqual(['EA-002']);
    const { document } = getEdition(liaison, 1);
    expect(editionTables(document).map(({ name }) => name)).toContain(W.tracks);
    const all = Buffer.from(String(await getEditionFile(liaison, 1, 'csv'))).toString('utf8');
    expect(all).toContain('EA-002');
    expect(all).not.toContain('EA-001');
    await expect(getEditionFile(liaison, 1, 'json')).rejects.toThrow('forbidden');
  });

  test.each(['deputy', 'expert', 'viewer', 'admin'] as const)('%s: all of it in every form', async (role) => {
    const county = await reported();
    for (const format of ['xlsx', 'csv', 'json'] as const) {
      expect((await getEditionFile(county.as(role), 1, format)).length).toBeGreaterThan(1000);
    }
    await expect(getEditionFile(county.as(role), 2, 'xlsx')).rejects.toThrow('not_found');
  });
});
