import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableName } from 'drizzle-orm';
import type Database from 'better-sqlite3';
import { auditLog } from './schema/audit-log';
import { areaVersions, bodies, bodyVersions, holidayVersions, settingVersions } from './schema/bodies';
import { decisionOutcomes, decisions } from './schema/decisions';
import { deskAddressVersions, deskChecks, deskSignVersions } from './schema/desk-checks';
import { editionRenderings, editions, reportRemarks } from './schema/editions';
import { events, evidence, uploads } from './schema/events';
import { evidenceExamples } from './schema/evidence-examples';
import { indicatorReadings } from './schema/indicators';
import {
  checklistItemVersions,
  inspectionAnswers,
  inspectionPhotos,
  inspections,
  inspectionScores,
} from './schema/inspections';
import { letters, registrations } from './schema/letters';
import { messageReads } from './schema/notifications';
import {
  indicatorVersions,
  milestones,
  milestoneVersions,
  programmes,
  programmeVersions,
  tracks,
  trackVersions,
} from './schema/programmes';
import { submissions } from './schema/submissions';
import { surveyItemVersions, surveyLinkVersions, surveyResponses } from './schema/surveys';
import { delegations } from './schema/users';

/** Tables whose rows are never changed, replaced or deleted: a correction is a new row. */
export const APPEND_ONLY_TABLES: readonly SQLiteTable[] = [
  auditLog,
  areaVersions,
  bodies,
  bodyVersions,
  holidayVersions,
  settingVersions,
  decisions,
  decisionOutcomes,
  delegations,
  deskAddressVersions,
  deskChecks,
  deskSignVersions,
  editions,
  editionRenderings,
  reportRemarks,
  letters,
  registrations,
  events,
  evidence,
  evidenceExamples,
  uploads,
  submissions,
  messageReads,
  checklistItemVersions,
  inspections,
  inspectionScores,
  inspectionPhotos,
  inspectionAnswers,
  surveyItemVersions,
  surveyLinkVersions,
  surveyResponses,
  indicatorReadings,
  indicatorVersions,
  milestones,
  milestoneVersions,
  programmes,
  programmeVersions,
  tracks,
  trackVersions,
];

export interface Guard {
  readonly name: string;
  readonly sql: string;
}

/** Every column list whose values must be unique in a table: the keys by which INSERT OR REPLACE would delete an older row. */
function keysOf(table: SQLiteTable): string[][] {
  const config = getTableConfig(table);
  return [
    ...config.columns.filter((column) => column.primary || column.isUnique).map((column) => [column.name]),
    ...config.primaryKeys.map((key) => key.columns.map((column) => column.name)),
    ...config.uniqueConstraints.map((key) => key.columns.map((column) => column.name)),
    ...config.indexes
      .filter((each) => each.config.unique)
      .map((each) => each.config.columns.map((column) => ('name' in column ? String(column.name) : ''))),
  ];
}

function guardsOf(table: SQLiteTable): Guard[] {
  const name = getTableName(table);
  const refusal = `begin select raise(abort, 'append-only table: ${name}'); end`;
  const exists = keysOf(table).map(
    (columns) =>
      `exists (select 1 from ${name} where ${columns.map((column) => `${column} = new.${column}`).join(' and ')})`,
  );
  const trigger = (suffix: string, event: string): Guard => ({
    name: `guard_${name}_${suffix}`,
    sql: `CREATE TRIGGER guard_${name}_${suffix} ${event} ${refusal}`,
  });
  return [
    trigger('update', `before update on ${name}`),
    trigger('delete', `before delete on ${name}`),
    // REPLACE deletes the older row without firing a delete trigger
    trigger('replace', `before insert on ${name} when ${exists.join(' or ')}`),
  ];
}

/** "As of D" is a prefix of a table only while its day of recording never goes back. */
function orderGuardOf(table: SQLiteTable): Guard {
  const name = getTableName(table);
  return {
    name: `guard_${name}_order`,
    sql:
      `CREATE TRIGGER guard_${name}_order before insert on ${name} when new.recorded_on < (select max(recorded_on) from ${name}) ` +
      `begin select raise(abort, '${name}.recorded_on goes back'); end`,
  };
}

const ORDERED_TABLES: readonly SQLiteTable[] = [events, decisions, decisionOutcomes];

/** The triggers that a sound database has. */
export function wantedGuards(): Guard[] {
  return [...APPEND_ONLY_TABLES.flatMap(guardsOf), ...ORDERED_TABLES.map(orderGuardOf)];
}

/**
 * Names of guards that are absent or differ from what is wanted; empty for a sound database. A table rebuilt by a migration, or a
 * file worked on with another tool, loses its triggers silently.
 */
export function missingGuards(client: Database.Database): string[] {
  const rows = client.prepare<[], Guard>("select name, sql from sqlite_master where type = 'trigger'").all();
  const present = new Map(rows.map((row) => [row.name, row.sql]));
  return wantedGuards()
    .filter((guard) => present.get(guard.name) !== guard.sql)
    .map((guard) => guard.name);
}

/** Takes all guards away: a migration that rebuilds a table needs that, inside the transaction that puts them back. */
export function dropGuards(client: Database.Database): void {
  const rows = client
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger' and name glob 'guard_*'")
    .all();
  for (const { name } of rows) client.exec(`DROP TRIGGER "${name}"`);
}

export function createGuards(client: Database.Database): void {
  for (const guard of wantedGuards()) client.exec(guard.sql);
}
