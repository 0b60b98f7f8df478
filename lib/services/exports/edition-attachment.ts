import { formatJalali } from '@/lib/calendar/jalali';
import {
  STEP_MARKS,
  type EditionAttachmentBody,
  type EditionAttachmentGroup,
  type EditionDocument,
  type StepMark,
} from '@/lib/domain/edition';
import { EDITION_SHEETS as W } from '@/lib/messages/report-files';
import { paperWords } from '@/lib/messages/reports';
import { BODY_CATEGORY_LABELS, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { toTable, type ExportColumn, type ExportTable } from './table';

interface Row {
  readonly group: EditionAttachmentGroup;
  readonly body: EditionAttachmentBody;
}

const MARK_WORDS: Readonly<Record<StepMark, string>> = {
  [STEP_MARKS.verified]: paperWords.legendVerified,
  [STEP_MARKS.claimed]: paperWords.legendClaimed,
  [STEP_MARKS.notDue]: paperWords.legendNotDue,
  [STEP_MARKS.late]: paperWords.legendLate,
  [STEP_MARKS.lateBlocked]: paperWords.legendLateBlocked,
  [STEP_MARKS.blocked]: paperWords.legendBlocked,
  [STEP_MARKS.governorate]: paperWords.legendGovernorate,
  [STEP_MARKS.exempt]: paperWords.legendExempt,
  [STEP_MARKS.none]: W.notAsked,
};

function stepColumns(document: EditionDocument): ExportColumn<Row>[] {
  return document.tracks.flatMap(({ title, milestones }, index) => [
    {
      heading: W.ofTrack(title, W.status2),
      kind: 'text' as const,
      value: ({ body }: Row) => {
        const pair = body.tracks[index] ?? null;
        return pair === null ? null : PAIR_STATUS_LABELS[pair.status];
      },
    },
    {
      heading: W.ofTrack(title, W.verified),
      kind: 'ratio' as const,
      value: ({ body }: Row) => body.tracks[index]?.verified ?? null,
    },
    ...Array.from({ length: milestones }, (_, step) => ({
      heading: W.step(title, step + 1),
      kind: 'text' as const,
      value: ({ body }: Row) => {
        const mark = body.tracks[index]?.marks[step] as StepMark | undefined;
        return mark === undefined ? null : MARK_WORDS[mark];
      },
    })),
  ]);
}

const BODY_COLUMNS: readonly ExportColumn<Row>[] = [
  { heading: W.bodyCode, kind: 'text', value: ({ body }) => body.code },
  { heading: W.bodyName, kind: 'text', value: ({ body }) => body.name },
  { heading: W.category, kind: 'text', value: ({ group }) => BODY_CATEGORY_LABELS[group.category] },
  { heading: W.district, kind: 'text', value: ({ body }) => body.district },
  { heading: W.silentDays, kind: 'number', value: ({ body }) => body.daysSilent },
];

const rowsOf = ({ attachment }: EditionDocument): Row[] =>
  attachment.groups.flatMap((group) => group.bodies.map((body) => ({ group, body })));

/** Every body with the state of each step, as the attachment of the paper has it. */
export function attachmentTable(document: EditionDocument): ExportTable {
  return toTable(W.attachment, [...BODY_COLUMNS, ...stepColumns(document)], rowsOf(document));
}

/**
 * The same as a table of its own: each row also says of which edition it is, so that the tables of several weeks can be put under one another.
 */
export function editionCsvTable(document: EditionDocument): ExportTable {
  const { header } = document;
  const facts: readonly ExportColumn<Row>[] = [
    { heading: W.edition, kind: 'number', value: () => header.number },
    { heading: W.week2, kind: 'day', value: () => formatJalali(header.weekEndOn) },
    { heading: W.gregorian(W.week2), kind: 'gregorian', value: () => header.weekEndOn },
    { heading: W.code, kind: 'text', value: () => header.verificationCode },
    ...(header.sampleNote === null
      ? []
      : [{ heading: W.sample, kind: 'text' as const, value: () => header.sampleNote }]),
  ];
  return toTable(W.attachment, [...facts, ...BODY_COLUMNS, ...stepColumns(document)], rowsOf(document));
}
