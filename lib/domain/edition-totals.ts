import type { EditionDocument, EditionFigures } from './edition';
import type { PairStatus } from './vocabulary';

/** What of a report is added up a second time. */
export const TOTAL_CHECKS = [
  'categories',
  'districts',
  'districtTracks',
  'tracks',
  'status',
  'late',
  'silent',
  'week',
  'attachment',
  'ratios',
  'changes',
] as const;
export type TotalCheck = (typeof TOTAL_CHECKS)[number];

/** Two figures of one report that should be equal and are not. */
export interface TotalsProblem {
  readonly check: TotalCheck;
  /** Of which row or column, as the report calls it. */
  readonly label: string;
  /** As it stands in the report, and as it comes out when it is added up. */
  readonly stated: number;
  readonly reckoned: number;
}

const TOLERANCE = 1e-9;

type NamedFigures = EditionFigures & { readonly key: string; readonly label: string };

type Compare = (check: TotalCheck, label: string, stated: number | null, reckoned: number | null) => void;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const addUp = (counts: Readonly<Record<PairStatus, number>>) => sum(Object.values(counts));

function compareGroups(document: EditionDocument, compare: Compare): void {
  const { totals } = document;
  for (const [check, rows] of [
    ['categories', document.byCategory],
    ['districts', document.byDistrict],
  ] as const) {
    for (const column of ['bodies', 'lateBodies', 'silentBodies'] as const) {
      compare(check, column, totals[column], sum(rows.map((row) => row[column])));
    }
  }
}

function compareDistrictTracks({ districtTracks, tracks }: EditionDocument, compare: Compare): void {
  const total = districtTracks.find(({ isTotal }) => isTotal);
  const rows = districtTracks.filter(({ isTotal }) => !isTotal);
  tracks.forEach(({ title }, index) => {
    for (const column of ['bodies', 'late'] as const) {
      const stated = total?.tracks[index]?.[column] ?? null;
      compare('districtTracks', title, stated, sum(rows.map((row) => row.tracks[index]?.[column] ?? 0)));
    }
  });
}

function compareTracks({ trackRows, statusRows }: EditionDocument, compare: Compare): void {
  const perTrack = statusRows.filter(({ isTotal }) => !isTotal);
  for (const row of trackRows.filter(({ kind }) => kind === 'track')) {
    const counts = perTrack.find(({ label }) => label === row.label)?.counts;
    if (counts !== undefined) compare('tracks', row.label, row.bodies, addUp(counts) - counts.exempt);
  }
  for (const total of statusRows.filter(({ isTotal }) => isTotal)) {
    for (const status of Object.keys(total.counts) as PairStatus[]) {
      compare('status', status, total.counts[status], sum(perTrack.map(({ counts }) => counts[status])));
    }
  }
}

function compareLists({ totals, late, silent, week }: EditionDocument, compare: Compare): void {
  compare('late', 'bodies', totals.lateBodies, late.rows.length);
  for (const row of late.rows) compare('late', row.bodyName, row.total, sum(row.perTrack.map((count) => count ?? 0)));
  compare('silent', 'bodies', totals.silentBodies, silent.rows.length);
  const total = week.rows.find(({ isTotal }) => isTotal);
  const tracks = week.rows.filter(({ isTotal }) => !isTotal);
  const columns = ['claims', 'verifications', 'returns', 'blocks', 'extensions', 'completedBodies'] as const;
  for (const column of columns) compare('week', column, total?.[column] ?? null, sum(tracks.map((row) => row[column])));
}

/** The attachment beside the tables: bodies of each kind, and pairs of each track by status. Wholly exempt pairs count in none of them. */
function compareAttachment(document: EditionDocument, compare: Compare): void {
  const bodies = document.attachment.groups.flatMap((group) => group.bodies);
  for (const group of document.attachment.groups) {
    const counted = group.bodies.filter(({ tracks }) =>
      tracks.some((pair) => pair !== null && pair.status !== 'exempt'),
    );
    const row = document.byCategory.find(({ key }) => key === group.category);
    compare('attachment', group.label, row?.bodies ?? 0, counted.length);
  }
  document.tracks.forEach(({ title }, index) => {
    const counts = document.statusRows.find(({ isTotal, label }) => !isTotal && label === title)?.counts;
    if (counts === undefined) return;
    for (const status of Object.keys(counts) as PairStatus[]) {
      const listed = bodies.filter(({ tracks }) => tracks[index]?.status === status).length;
      compare('attachment', title, counts[status], listed);
    }
  });
}

/** A mean lies among what it is the mean of, what is verified was claimed, and the index is the quotient it is called. */
function compareRatios(document: EditionDocument, compare: Compare): void {
  const rows: readonly NamedFigures[] = [
    ...document.trackRows,
    ...document.byCategory,
    ...document.byDistrict,
    document.totals,
  ];
  for (const { label, planned, claimed, verified, spi } of rows) {
    if (verified !== null && claimed !== null) compare('ratios', label, verified, Math.min(verified, claimed));
    if (planned !== null && planned > 0 && verified !== null) compare('ratios', label, spi, verified / planned);
  }
  const whole = document.trackRows.find(({ kind }) => kind === 'total');
  for (const column of ['planned', 'claimed', 'verified'] as const) {
    const stated = document.totals[column];
    compare('ratios', document.totals.label, stated, whole?.[column] ?? null);
    for (const parts of [document.byCategory, document.byDistrict]) {
      const known = parts.map((row) => row[column]).filter((value) => value !== null);
      if (stated === null || known.length === 0) continue;
      const within = Math.min(Math.max(stated, Math.min(...known)), Math.max(...known));
      compare('ratios', document.totals.label, stated, within);
    }
  }
}

/** Change columns beside the edition they are counted from. */
function compareChanges(document: EditionDocument, previous: EditionDocument | null, compare: Compare): void {
  if (previous === null || previous.header.number !== document.header.comparedWith?.number) return;
  // the row of a deadline is named as the programme's own, and the deadline may be another one by now
  const ownRows = ({ trackRows }: EditionDocument) => trackRows.filter(({ kind }) => kind !== 'deadline');
  const tables: readonly { readonly rows: readonly NamedFigures[]; readonly earlier: readonly NamedFigures[] }[] = [
    { rows: ownRows(document), earlier: ownRows(previous) },
    { rows: document.byCategory, earlier: previous.byCategory },
    { rows: document.byDistrict, earlier: previous.byDistrict },
    { rows: [document.totals], earlier: [previous.totals] },
  ];
  for (const { rows, earlier } of tables) {
    for (const row of rows) {
      const before = earlier.find(({ key }) => key === row.key);
      if (before === undefined) continue;
      for (const [now, then, change] of [
        [row.claimed, before.claimed, row.claimedChange],
        [row.verified, before.verified, row.verifiedChange],
      ] as const) {
        if (now !== null && then !== null) compare('changes', row.label, change, now - then);
      }
    }
  }
  for (const row of document.statusRows) {
    const before = previous.statusRows.find(({ label, isTotal }) => label === row.label && isTotal === row.isTotal);
    if (row.previous === null || before === undefined) continue;
    for (const status of Object.keys(row.previous) as PairStatus[]) {
      compare('changes', row.label, row.previous[status], before.counts[status]);
    }
  }
}

/**
 * Adds the figures of a whole report up a second time, from the report alone: groups and attachment against the totals, tracks against
 * statuses, lists against counts, and the change columns against the edition they are counted from.
 *
 * @param document with all its parts: what an office leaves out is left out afterwards
 * @param previous the edition that `header.comparedWith` names; null where there is none, or its parts were left out
 */
export function checkTotals(document: EditionDocument, previous: EditionDocument | null): TotalsProblem[] {
  const problems: TotalsProblem[] = [];
  const compare: Compare = (check, label, stated, reckoned) => {
    if (stated === reckoned) return;
    if (stated !== null && reckoned !== null && Math.abs(stated - reckoned) <= TOLERANCE) return;
    problems.push({ check, label, stated: stated ?? 0, reckoned: reckoned ?? 0 });
  };
  compareGroups(document, compare);
  compareDistrictTracks(document, compare);
  compareTracks(document, compare);
  compareLists(document, compare);
  compareAttachment(document, compare);
  compareRatios(document, compare);
  compareChanges(document, previous, compare);
  return problems;
}
