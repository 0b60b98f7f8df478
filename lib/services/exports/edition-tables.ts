import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import type {
  EditionDocument,
  EditionFigures,
  EditionGroupRow,
  EditionLateRow,
  EditionOutcomeRow,
  EditionPromiseRow,
  EditionSilentRow,
  EditionTrackRow,
  EditionWeekRow,
} from '@/lib/domain/edition';
import { PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { INDICATORS } from '@/lib/messages/indicators';
import { DECISION_STATE_LABELS } from '@/lib/messages/meeting';
import { EDITION_SHEETS as W } from '@/lib/messages/report-files';
import { PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { attachmentTable } from './edition-attachment';
import { toTable, type ExportColumn, type ExportTable, type ExportValue } from './table';

function text<Row>(heading: string, value: (row: Row) => string | null): ExportColumn<Row> {
  return { heading, kind: 'text', value };
}

function number<Row>(heading: string, value: (row: Row) => number | null): ExportColumn<Row> {
  return { heading, kind: 'number', value };
}

function ratio<Row>(heading: string, value: (row: Row) => number | null): ExportColumn<Row> {
  return { heading, kind: 'ratio', value };
}

/** A day as it stands on paper, and beside it as a date to calculate with. */
export function days<Row>(heading: string, value: (row: Row) => CivilDate | null): ExportColumn<Row>[] {
  const jalali = (day: CivilDate | null) => (day === null ? null : formatJalali(day));
  return [
    { heading, kind: 'day', value: (row) => jalali(value(row)) },
    { heading: W.gregorian(heading), kind: 'gregorian', value },
  ];
}

const yesNo = (value: boolean) => (value ? W.yes : W.no);

const FIGURES: readonly ExportColumn<EditionFigures>[] = [
  ratio(W.planned, (row) => row.planned),
  ratio(W.claimed, (row) => row.claimed),
  ratio(W.verified, (row) => row.verified),
  ratio(W.claimedChange, (row) => row.claimedChange),
  ratio(W.verifiedChange, (row) => row.verifiedChange),
  number(W.spi, (row) => row.spi),
];

const TRACK_COLUMNS: readonly ExportColumn<EditionTrackRow>[] = [
  text(W.track, (row) => row.label),
  text(W.kind, (row) => W.kinds[row.kind]),
  number(W.bodies, (row) => row.bodies),
  ...days<EditionTrackRow>(W.deadline, (row) => row.deadlineOn),
  ...FIGURES,
  ...days<EditionTrackRow>(W.forecast, (row) => row.forecastFinishOn),
  text(W.forecastNote, (row) => row.forecastNote),
  number(W.required, (row) => row.requiredPerWeek),
  number(W.recent, (row) => row.recentPerWeek),
];

const groupColumns = (heading: string): readonly ExportColumn<EditionGroupRow>[] => [
  text(heading, (row) => row.label),
  number(W.bodies, (row) => row.bodies),
  ...FIGURES,
  number(W.lateBodies, (row) => row.lateBodies),
  number(W.silentBodies, (row) => row.silentBodies),
];

const SILENT_COLUMNS: readonly ExportColumn<EditionSilentRow>[] = [
  text(W.bodyCode, (row) => row.bodyCode),
  text(W.bodyName, (row) => row.bodyName),
  text(W.category, (row) => row.category),
  text(W.district, (row) => row.district),
  ...days<EditionSilentRow>(W.lastReport, (row) => row.lastReportOn),
  number(W.silentDays, (row) => row.days),
  text(W.isLate, (row) => yesNo(row.isLate)),
  text(W.isNew, (row) => yesNo(row.isNew)),
  text(W.nextStep, (row) => row.nextStep),
];

const WEEK_COLUMNS: readonly ExportColumn<EditionWeekRow>[] = [
  text(W.track, (row) => row.label),
  number(W.claims, (row) => row.claims),
  number(W.verifications, (row) => row.verifications),
  number(W.returns, (row) => row.returns),
  number(W.blocks, (row) => row.blocks),
  number(W.extensions, (row) => row.extensions),
  number(W.completed, (row) => row.completedBodies),
  number(W.waiting, (row) => row.awaitingReview),
];

const PROMISE_COLUMNS: readonly ExportColumn<EditionPromiseRow>[] = [
  number(W.number, (row) => row.number),
  ...days<EditionPromiseRow>(W.meeting, (row) => row.meetingOn),
  text(W.decision, (row) => row.text),
  text(W.owner, (row) => row.owner),
  text(W.bodyCode, (row) => row.bodyCode),
  text(W.bodyName, (row) => row.bodyName),
  ...days<EditionPromiseRow>(W.promise, (row) => row.promisedOn),
  text(W.state, (row) => DECISION_STATE_LABELS[row.state]),
  text(W.timing, (row) => row.timing || null),
  text(W.note, (row) => row.note),
];

function districtTrackTable({ tracks, districtTracks }: EditionDocument): ExportTable {
  type Row = EditionDocument['districtTracks'][number];
  return toTable<Row>(
    W.districtTracks,
    [
      text(W.district, (row) => row.label),
      ...tracks.flatMap(({ title }, index) => [
        ratio<Row>(W.ofTrack(title, W.verified), (row) => row.tracks[index]?.verified ?? null),
        number<Row>(W.ofTrack(title, W.lateBodies), (row) => row.tracks[index]?.late ?? null),
        number<Row>(W.ofTrack(title, W.bodies), (row) => row.tracks[index]?.bodies ?? null),
      ]),
    ],
    districtTracks,
  );
}

function statusTable({ statusRows }: EditionDocument): ExportTable {
  type Row = EditionDocument['statusRows'][number];
  const hasPrevious = statusRows.some(({ previous }) => previous !== null);
  return toTable<Row>(
    W.status,
    [
      text(W.track, (row) => row.label),
      ...PAIR_STATUSES.map((status) => number<Row>(PAIR_STATUS_LABELS[status], (row) => row.counts[status])),
      ...(hasPrevious ? PAIR_STATUSES : []).map((status) =>
        number<Row>(W.before(PAIR_STATUS_LABELS[status]), (row) => row.previous?.[status] ?? null),
      ),
    ],
    statusRows,
  );
}

function lateTable({ tracks, late }: EditionDocument): ExportTable {
  return toTable<EditionLateRow>(
    W.late,
    [
      text(W.bodyCode, (row) => row.bodyCode),
      text(W.bodyName, (row) => row.bodyName),
      text(W.district, (row) => row.district),
      ...tracks.map(({ title }, index) =>
        number<EditionLateRow>(W.ofTrack(title, W.lateSteps), (row) => row.perTrack[index] ?? null),
      ),
      number(W.lateSteps, (row) => row.total),
      number(W.consequence, (row) => row.consequence),
      text(W.oldestStep, (row) => row.oldestMilestone),
      number(W.daysLate, (row) => row.daysLate),
      text(W.cause, (row) => row.cause),
      text(W.turn, (row) => row.turn),
      text(W.isNew, (row) => yesNo(row.isNew)),
    ],
    late.rows,
  );
}

function curveTable({ curve }: EditionDocument): ExportTable {
  type Row = EditionDocument['curve']['points'][number];
  return toTable<Row>(
    W.curve,
    [
      ...days<Row>(W.day, (row) => row.date),
      ratio(W.planned, (row) => row.planned),
      ratio(W.claimed, (row) => row.claimed),
      ratio(W.verified, (row) => row.verified),
    ],
    curve.points,
  );
}

function blockerTable({ blockers }: EditionDocument): ExportTable {
  return toTable<EditionDocument['blockers']['rows'][number]>(
    W.blockers,
    [
      text(W.cause, (row) => row.cause),
      number(W.steps, (row) => row.milestones),
      number(W.bodies, (row) => row.bodies),
      number(W.oldestDays, (row) => row.oldestDays),
      text(W.turn, (row) => row.turn),
    ],
    blockers.rows,
  );
}

function decisionTable({ decisions }: EditionDocument): ExportTable {
  return toTable<EditionDocument['decisions']['rows'][number]>(
    W.decisions,
    [
      text(W.matter, (row) => row.matter),
      number(W.count, (row) => row.count),
      number(W.oldestDays, (row) => row.oldestDays),
      text(W.who, (row) => row.who),
    ],
    decisions.rows,
  );
}

const OUTCOME_COLUMNS: readonly ExportColumn<EditionOutcomeRow>[] = [
  text(W.indicatorCode, (row) => row.code),
  text(W.indicator, (row) => row.title),
  text(W.unit, (row) => row.unit),
  text(W.month, (row) => row.month),
  number(W.mean, (row) => row.mean),
  number(W.reported, (row) => row.bodies),
  number(W.expected, (row) => row.expected),
  number(W.fromSurvey, (row) => row.fromSurvey),
  number(W.sinceBaseline, (row) => row.change),
  number(W.changeBodies, (row) => row.changeBodies),
  text(W.trend, (row) => row.trend && INDICATORS.trends[row.trend]),
];

/** Groups with their total; no groups have none. */
const withTotal = (rows: readonly EditionGroupRow[], total: EditionGroupRow) =>
  rows.length === 0 ? [] : [...rows, total];

/** Every list and figure of an edition as a table, in the order of the paper. A section without rows has none. */
export function editionTables(document: EditionDocument): ExportTable[] {
  return [
    toTable(W.tracks, TRACK_COLUMNS, document.trackRows),
    toTable(W.categories, groupColumns(W.category), withTotal(document.byCategory, document.totals)),
    toTable(W.districts, groupColumns(W.district), withTotal(document.byDistrict, document.totals)),
    districtTrackTable(document),
    statusTable(document),
    curveTable(document),
    lateTable(document),
    toTable(W.silent, SILENT_COLUMNS, document.silent.rows),
    toTable(W.week, WEEK_COLUMNS, document.week.rows),
    blockerTable(document),
    decisionTable(document),
    toTable(W.promises, PROMISE_COLUMNS, document.promises?.rows ?? []),
    toTable(W.outcomes, OUTCOME_COLUMNS, document.outcomes?.rows ?? []),
    attachmentTable(document),
  ].filter(({ rows }) => rows.length > 0);
}

/** The head of an edition and its sentences, for the first sheet. */
export function editionPairs(
  document: EditionDocument,
  facts: { readonly sha256: string; readonly issuedByName: string; readonly isSummary: boolean },
): [string, string | number][] {
  const { header } = document;
  const pairs: [string, ExportValue][] = [
    [W.office, header.office],
    [W.programme, header.programmeTitle],
    [W.edition, header.number],
    [W.supersedes, header.supersedes],
    [W.week1, formatJalali(header.weekStartOn)],
    [W.week2, formatJalali(header.weekEndOn)],
    [W.asOf, formatJalali(header.asOf)],
    [W.issuedOn, formatJalali(header.issuedOn)],
    [W.issuer, facts.issuedByName],
    [W.code, header.verificationCode],
    [W.sha256, facts.sha256],
    [W.sample, header.sampleNote],
    [W.isSummary, facts.isSummary ? W.isSummaryText : null],
    [W.verdict, `${document.verdict.lead} ${document.verdict.sentence}`],
    ...document.keyFigures.map((figure): [string, string] => [
      figure.label,
      `${figure.value} ${figure.unit}؛ ${figure.detail}`,
    ]),
    ...document.changes.map((change): [string, string] => [W.changes, change]),
    ...document.tasks.map(({ who, what }): [string, string] => [who, what]),
    ...document.week.notes.map(({ who, what }): [string, string] => [W.notes, `${who} ${what}`]),
    ...document.remarks.map((paragraph): [string, string] => [W.remarks, paragraph]),
    [W.units, W.unitsText],
    [W.rules, document.rules],
  ];
  return pairs.filter((pair): pair is [string, string | number] => pair[1] !== null && pair[1] !== '');
}
