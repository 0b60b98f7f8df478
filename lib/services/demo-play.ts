import type { Db } from '@/db/client';
import { listUnanswered } from '@/db/queries/events';
import { insertEvidence } from '@/db/queries/evidence';
import { listEventsAfter, newestEventId } from '@/db/queries/ledger-events';
import { findBodyCode } from '@/db/queries/reference-as-of';
import { findUserByUsername } from '@/db/queries/users';
import { SAMPLE_ACCOUNTS } from '@/db/seed/demo/accounts';
import { planEvidence, type PlannedEvidence } from '@/db/seed/demo/evidence-plan';
import { SAMPLE_SEED, SAMPLE_TODAY } from '@/db/seed/demo/history';
import { isImportable, toHistoryCsv } from '@/db/seed/demo/history-csv';
import type { HistoryRow, SampleReference } from '@/db/seed/demo/milestone-chain';
import { LINKS_OPENED_ON } from '@/db/seed/demo/survey-answers';
import { planVisits } from '@/db/seed/demo/visits';
import { addDays, weekdayOf, type CivilDate } from '@/lib/calendar/civil-date';
import type { Clock } from '@/lib/clock';
import { DEFAULT_THRESHOLDS } from '@/lib/domain/reference';
import type { Role } from '@/lib/domain/vocabulary';
import { recordAudit } from './audit';
import { playDesks } from './demo-desks';
import { playMeetings } from './demo-meetings';
import { planOutcomes, playReadings } from './demo-outcomes';
import { playEdition } from './demo-papers';
import { planResponses, playResponses, playSurveyLinks } from './demo-survey';
import { playVisit } from './demo-visits';
import type { RenderEdition } from './edition-rendering';
import { storeUpload } from './evidence';
import { importHistory } from './imports/history';
import { answerObjection, recordObjection } from './objections';
import { decideRequest, recordRequest } from './requests';
import { namedActor, systemContext, type ServiceContext } from './service-context';

/** Name under which the sample's requests stand; imported rows have their own. */
const LIAISON_NAME = 'رابط دستگاه (نمونه)';
/** Tehran's offset in minutes before and after the end of summer time in 1397, on 31 Shahrivar. */
const SUMMER_TIME_ENDED_ON: CivilDate = '2018-09-22';
const SUMMER_OFFSET = 270;
const WINTER_OFFSET = 210;
/** Minute of the day at which offices open. */
export const OFFICE_OPENS = 450;
/** … and at which the last papers of the day are typed in. */
const OFFICE_CLOSES = 16 * 60;
/** Minute at which the visits of a day are recorded. */
const VISITS_AT = 14 * 60 + 30;

/** A clock that stands at one minute of one day of the sample. */
function clockAt(day: CivilDate, minute: number): Clock {
  const offset = day < SUMMER_TIME_ENDED_ON ? SUMMER_OFFSET : WINTER_OFFSET;
  const instant = Date.parse(`${day}T00:00:00Z`) + (minute - offset) * 60_000;
  return { today: () => day, now: () => new Date(instant), isSimulated: true };
}

/** The program itself at one minute of one day of the sample. */
export function contextAt(db: Db, dataDir: string, day: CivilDate, minute: number): ServiceContext {
  return systemContext('demo', { db, clock: clockAt(day, minute), dataDir });
}

/** The first person of the sample with a role. */
function personAt(wanted: Role, db: Db, dataDir: string, day: CivilDate, minute: number): ServiceContext {
  const account = SAMPLE_ACCOUNTS.find(({ role }) => role === wanted);
  const user = account === undefined ? null : findUserByUsername(db, account.username);
  if (!user) throw new Error(`The sample has no ${wanted}.`);
  const { id, username, name, role } = user;
  return {
    ...contextAt(db, dataDir, day, minute),
    isSystem: false,
    actor: { ...namedActor(username, role), id, name },
  };
}

/** A liaison of the sample, under the name that all of them share. */
function liaisonAt(db: Db, dataDir: string, day: CivilDate, minute: number): ServiceContext {
  const system = contextAt(db, dataDir, day, minute);
  return { ...system, actor: { ...system.actor, name: LIAISON_NAME } };
}

/** The sample's deputy, who issues the editions and answers requests. */
function deputyAt(db: Db, dataDir: string, day: CivilDate, minute: number): ServiceContext {
  return personAt('deputy', db, dataDir, day, minute);
}

/** Stops when an import refuses what the sample brings: the sample, or a rule, has gone wrong. */
export function assertWritten(
  what: string,
  result: { readonly isWritten: boolean; readonly errors: readonly unknown[] },
): void {
  if (!result.isWritten)
    throw new Error(`The ${what} of the sample was refused: ${JSON.stringify(result.errors.slice(0, 3))}`);
}

export interface Play {
  readonly reference: SampleReference;
  readonly history: readonly HistoryRow[];
  readonly startOn: CivilDate;
  readonly render: RenderEdition;
}

/**
 * Records the history in the order of its days. Each Saturday begins with the edition of the week before, except for the last day: that
 * edition is left for whoever tries the sample.
 */
export async function playHistory(
  db: Db,
  dataDir: string,
  { reference, history, startOn, render }: Play,
): Promise<void> {
  const byDay = new Map<CivilDate, HistoryRow[]>();
  for (const row of history) byDay.set(row.recordedOn, [...(byDay.get(row.recordedOn) ?? []), row]);
  const forms = planOutcomes(reference);
  const responses = planResponses(contextAt(db, dataDir, startOn, OFFICE_OPENS), reference);
  const visits = planVisits(history, reference, DEFAULT_THRESHOLDS.realDeskMilestones, SAMPLE_SEED);
  for (let day = startOn; day <= SAMPLE_TODAY; day = addDays(day, 1)) {
    const isSaturday = weekdayOf(day) === 0;
    if (isSaturday && day > startOn && day < SAMPLE_TODAY) {
      const at = (minute: number) => deputyAt(db, dataDir, day, minute);
      playEdition(at, { day, firstDay: startOn, opens: OFFICE_OPENS, render });
    }
    for (const form of forms.get(day) ?? []) playReadings((minute) => liaisonAt(db, dataDir, day, minute), form);
    for (const segment of segmentsOf(byDay.get(day) ?? [])) await recordSegment(db, dataDir, reference, segment);
    if (day === LINKS_OPENED_ON) playSurveyLinks(contextAt(db, dataDir, day, OFFICE_OPENS), reference);
    for (const visit of visits.filter(({ recordedOn }) => recordedOn === day)) {
      const at = (role: Role) => personAt(role, db, dataDir, day, VISITS_AT);
      await playVisit(at('expert'), at('deputy'), visit);
    }
    playMeetings((minute) => deputyAt(db, dataDir, day, minute), day);
    const answered = responses.get(day);
    if (answered) playResponses(contextAt(db, dataDir, day, OFFICE_CLOSES), answered);
    playDesks((minute) => contextAt(db, dataDir, day, minute), day);
  }
}

/** Rows that an import can bring stay together; what needs a service of its own stands alone. Extensions granted on request go with the answer. */
function segmentsOf(rows: readonly HistoryRow[]): HistoryRow[][] {
  const granted = new Set(
    rows
      .filter((row) => row.event === 'request_answer' && row.outcome === 'accepted')
      .map((row) => `${row.code} ${row.milestone}`),
  );
  const segments: HistoryRow[][] = [];
  for (const row of rows) {
    if (row.event === 'extend' && granted.has(`${row.code} ${row.milestone}`)) continue;
    const current = segments.at(-1);
    if (current !== undefined && isImportable(row) && current.every(isImportable)) current.push(row);
    else segments.push([row]);
  }
  return segments;
}

async function recordSegment(
  db: Db,
  dataDir: string,
  reference: SampleReference,
  rows: readonly HistoryRow[],
): Promise<void> {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return;
  if (!isImportable(first)) {
    recordCorrespondence(db, dataDir, first);
    return;
  }
  const ctx = contextAt(db, dataDir, last.recordedOn, last.minute);
  const before = newestEventId(db);
  const file = { fileName: `${last.recordedOn}.csv`, bytes: Buffer.from(toHistoryCsv(rows), 'utf8') };
  assertWritten('history', await importHistory(ctx, file));
  await attachEvidence(ctx, reference, rows, before);
}

async function attachEvidence(
  ctx: ServiceContext,
  reference: SampleReference,
  rows: readonly HistoryRow[],
  afterEventId: number,
): Promise<void> {
  const milestones = new Map(reference.milestones.map((milestone) => [milestone.code, milestone]));
  const events = listEventsAfter(ctx.db, afterEventId);
  const pieces: { readonly eventId: number; readonly planned: PlannedEvidence; readonly uploadId: string | null }[] =
    [];
  for (const [index, row] of rows.entries()) {
    const event = events[index];
    const milestone = milestones.get(row.milestone ?? '');
    if (event === undefined || event.kind !== row.event)
      throw new Error(`The sample's event ${row.event} of ${row.code} is not where it should be.`);
    if (milestone === undefined || (row.event !== 'claim' && row.event !== 'certify')) continue;
    for (const planned of planEvidence(row, milestone, SAMPLE_SEED, SAMPLE_TODAY)) {
      const upload =
        planned.kind === 'photo' || planned.kind === 'file'
          ? await storeUpload(ctx, { bodyCode: row.code, content: planned.content, originalName: planned.fileName })
          : null;
      pieces.push({ eventId: event.id, planned, uploadId: upload?.id ?? null });
    }
  }
  if (pieces.length === 0) return;
  ctx.db.transaction(
    (tx) => {
      for (const { eventId, planned, uploadId } of pieces) {
        insertEvidence(tx, {
          eventId,
          kind: planned.kind,
          letterNumber: planned.kind === 'letter' ? planned.letterNumber : null,
          letterOn: planned.kind === 'letter' ? planned.letterOn : null,
          url: planned.kind === 'url' ? planned.url : null,
          uploadId,
          classification: planned.classification,
        });
      }
      recordAudit(ctx, tx, {
        action: 'evidence.attach',
        subjectType: 'import',
        subjectKey: ctx.clock.today(),
        details: { pieces: pieces.length },
      });
    },
    { behavior: 'immediate' },
  );
}

function recordCorrespondence(db: Db, dataDir: string, row: HistoryRow): void {
  const isBodys = row.event === 'request' || row.event === 'objection';
  const playerAt = isBodys ? liaisonAt : deputyAt;
  const ctx = playerAt(db, dataDir, row.recordedOn, row.minute);
  const { code: bodyCode, milestone: milestoneCode, note, dueOn, requestKind, outcome } = row;
  if (milestoneCode === null) throw new Error(`The sample's ${row.event} of ${bodyCode} names no milestone.`);
  const waitingId = () => {
    const kind = row.event === 'request_answer' ? 'request' : 'objection';
    const found = listUnanswered(db, [kind]).find((event) => findBodyCode(db, event.bodyId) === bodyCode);
    if (found === undefined) throw new Error(`The sample answers a ${kind} of ${bodyCode} that was not made.`);
    return found.id;
  };
  if (row.event === 'request' && requestKind !== null)
    recordRequest(ctx, { bodyCode, milestoneCode, requestKind, note, dueOn });
  if (row.event === 'request_answer' && outcome !== null) decideRequest(ctx, { requestId: waitingId(), outcome, note });
  if (row.event === 'objection') recordObjection(ctx, { bodyCode, milestoneCode, note });
  if (row.event === 'objection_answer' && outcome !== null)
    answerObjection(ctx, { objectionId: waitingId(), outcome, note });
}
