import { asc, eq, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Db, Executor } from '../client';
import { editionRenderings, editions } from '../schema/editions';
import { uploads } from '../schema/events';
import { letters } from '../schema/letters';

/** Migrations a database has. */
export function countMigrations(db: Db): number {
  return Number(db.$client.prepare('select count(*) from __drizzle_migrations').pluck().get());
}

/** What SQLite finds wrong in the file; empty for a sound one. */
export function listIntegrityErrors(db: Db): string[] {
  const rows = db.$client.prepare('pragma integrity_check').pluck().all().map(String);
  return rows.length === 1 && rows[0] === 'ok' ? [] : rows;
}

export interface ForeignKeyViolation {
  readonly table: string;
  readonly rowid: number | null;
  readonly parent: string;
}

export function listForeignKeyViolations(db: Db): ForeignKeyViolation[] {
  return db.$client.prepare<[], ForeignKeyViolation>('pragma foreign_key_check').all();
}

export interface UploadDigest {
  readonly id: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export function listUploadDigests(db: Executor): UploadDigest[] {
  return db
    .select({ id: uploads.id, sizeBytes: uploads.sizeBytes, sha256: uploads.sha256 })
    .from(uploads)
    .orderBy(asc(uploads.id))
    .all();
}

export interface FrozenEdition {
  readonly number: number;
  readonly document: string;
  readonly sha256: string;
  /** The page as it was drawn at issue, deflated; null for an edition without one. */
  readonly content: Buffer | null;
  readonly renderingSha256: string | null;
}

/** Editions as they were frozen, twice each, one at a time: together they may be large. */
export function* eachEdition(db: Db): Generator<FrozenEdition> {
  const ids = db.select({ id: editions.id }).from(editions).orderBy(asc(editions.id)).all();
  for (const { id } of ids) {
    const row = db
      .select({
        number: editions.number,
        document: editions.document,
        sha256: editions.sha256,
        content: editionRenderings.content,
        renderingSha256: editionRenderings.sha256,
      })
      .from(editions)
      .leftJoin(editionRenderings, eq(editionRenderings.editionId, editions.id))
      .where(sql`${editions.id} = ${id}`)
      .get();
    if (row !== undefined) yield row;
  }
}

/** Every letter with its fingerprint. */
export function listFrozenLetters(db: Db) {
  const { year, number, document, sha256 } = letters;
  return db.select({ year, number, document, sha256 }).from(letters).orderBy(asc(letters.id)).all();
}

/** Ids of events whose day of recording lies before that of an event with a smaller id. */
export function listEventsOutOfOrder(db: Db): number[] {
  return db.$client
    .prepare(
      `select id from (
         select id, recorded_on, max(recorded_on) over (order by id rows between unbounded preceding and 1 preceding) as newest_before
         from events
       ) where recorded_on < newest_before`,
    )
    .pluck()
    .all()
    .map(Number);
}

export interface TrackFigures {
  readonly trackCode: string;
  readonly bodyTracks: number;
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
}

/**
 * Planned, claimed and verified of every track of a programme on a day, from events and versions in one statement: DOMAIN §3 to §5 told
 * a second time, in another language, so that an error in one of the two comes to light.
 *
 * Of a milestone of a body three things count. It is exempt when the last of its exemptions and liftings is an exemption: nothing else
 * can happen in between. Otherwise it is where its last other event led, extensions apart: verify and certify to verified; claim, and an
 * undo, to claimed.
 */
export function computeTrackFigures(db: Db, programmeCode: string, asOf: CivilDate): TrackFigures[] {
  return db.$client
    .prepare<{ asOf: CivilDate; programmeCode: string }, TrackFigures>(
      `with
       body as (
         select v.* from body_versions v
         where v.id = (select max(n.id) from body_versions n where n.body_id = v.body_id and n.recorded_on <= :asOf)
           and (v.exists_from is null or v.exists_from <= :asOf)
           and (v.dissolved_on is null or v.dissolved_on > :asOf)
       ),
       milestone as (
         select m.track_id, v.milestone_id, v.weight_points, v.baseline_due_on, ' ' || v.applies_to || ' ' as rules
         from milestone_versions v join milestones m on m.id = v.milestone_id
         where v.id = (select max(n.id) from milestone_versions n where n.milestone_id = v.milestone_id and n.recorded_on <= :asOf)
           and v.is_retired = 0
           and (v.valid_from is null or v.valid_from <= :asOf)
       ),
       track as (
         select t.id, t.code, v.position, v.weight_points
         from tracks t
         join programmes p on p.id = t.programme_id and p.code = :programmeCode
         join track_versions v on v.track_id = t.id
         where v.id = (select max(n.id) from track_versions n where n.track_id = t.id and n.recorded_on <= :asOf)
       ),
       step as (
         select t.id as track_id, b.body_id, b.weight_points * t.weight_points as pair_weight, m.weight_points as weight,
           m.baseline_due_on <= :asOf as is_due,
           (
             select e.kind from events e
             where e.body_id = b.body_id and e.milestone_id = m.milestone_id and e.recorded_on <= :asOf
               and e.kind in ('start', 'claim', 'withdraw', 'verify', 'certify', 'return', 'block', 'unblock', 'reopen', 'undo')
             order by e.id desc limit 1
           ) as last_move,
           (
             select e.kind from events e
             where e.body_id = b.body_id and e.milestone_id = m.milestone_id and e.recorded_on <= :asOf
               and e.kind in ('exempt', 'lift_exemption')
             order by e.id desc limit 1
           ) as last_exemption
         from track t
         join milestone m on m.track_id = t.id
         join body b on instr(m.rules, ' ' || b.category || ' ') > 0
           or (b.provides_public_service = 1 and instr(m.rules, ' ' || b.category || ':public ') > 0)
       ),
       item as (
         select track_id, body_id, pair_weight, weight, is_due,
           coalesce(last_exemption = 'exempt', 0) as is_exempt,
           coalesce(last_move in ('verify', 'certify'), 0) as is_verified,
           coalesce(last_move in ('verify', 'certify', 'claim', 'undo'), 0) as is_claimed
         from step
       ),
       pair as (
         select track_id, body_id, pair_weight,
           total(weight * is_due) / total(weight) as planned,
           total(weight * is_claimed) / total(weight) as claimed,
           total(weight * is_verified) / total(weight) as verified
         from item where is_exempt = 0
         group by track_id, body_id, pair_weight
         having total(weight) > 0
       )
       select t.code as trackCode, count(p.body_id) as bodyTracks,
         sum(p.pair_weight * p.planned) / sum(p.pair_weight) as planned,
         sum(p.pair_weight * p.claimed) / sum(p.pair_weight) as claimed,
         sum(p.pair_weight * p.verified) / sum(p.pair_weight) as verified
       from track t left join pair p on p.track_id = t.id
       group by t.id, t.code, t.position
       order by t.position`,
    )
    .all({ asOf, programmeCode });
}
