import { getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import {
  PUBLIC_RESOURCE_NAMES,
  PUBLIC_RESOURCES,
  publicSources,
  webAddress,
  withheldReading,
} from '@/lib/domain/public-data';
import { PUBLIC_COLUMN_WORDS } from '@/lib/messages/public-data';
import { schemaTables } from '../support/sentinels';

/** Whoever publishes one more column of the database writes it here too. Everything else is private without being named. */
const PUBLISHED = [
  'area_versions.code',
  'area_versions.name',
  'bodies.code',
  'bodies.id',
  'body_versions.category',
  'body_versions.district_code',
  'body_versions.name',
  'body_versions.weight_points',
  'desk_address_versions.url',
  'events.kind',
  'events.recorded_on',
  'indicator_readings.denominator',
  'indicator_readings.indicator_code',
  'indicator_readings.month',
  'indicator_readings.numerator',
  'indicator_readings.value',
  'indicator_versions.code',
  'indicator_versions.direction',
  'indicator_versions.title',
  'indicator_versions.unit',
  'milestone_versions.actor',
  'milestone_versions.applies_to',
  'milestone_versions.baseline_due_on',
  'milestone_versions.title',
  'milestone_versions.weight_points',
  'milestones.code',
  'milestones.id',
  'programme_versions.county_code',
  'programme_versions.title',
  'setting_versions.value',
  'survey_responses.ease',
  'survey_responses.integrity',
  'survey_responses.month',
  'survey_responses.needed_go_between',
  'survey_responses.satisfaction',
  'survey_responses.transparency',
  'track_versions.deadline_on',
  'track_versions.title',
  'track_versions.weight_points',
  'tracks.code',
];

const columnsOfSchema = schemaTables().flatMap((table) =>
  getTableConfig(table).columns.map(({ name }) => `${getTableName(table)}.${name}`),
);

describe('the list of what is published', () => {
  it('is made of exactly these columns of the database', () => {
    expect(publicSources()).toEqual(PUBLISHED);
  });

  it('names only columns that there are; every other column of the schema is private', () => {
    const listed = new Set(publicSources());
    expect([...listed].filter((column) => !columnsOfSchema.includes(column))).toEqual([]);
    const open = columnsOfSchema.filter((column) => listed.has(column));
    expect(open).toHaveLength(PUBLISHED.length);
    expect(columnsOfSchema.length).toBeGreaterThan(300);
  });

  it('has no column with words about people', () => {
    const aboutPeople =
      /phone|email|remark|note|reason|actor_|_by$|_by_name|username|users\.|evidence|blocker|cause|turn/;
    expect(publicSources().filter((column) => aboutPeople.test(column))).toEqual([]);
  });

  it.each(PUBLIC_RESOURCE_NAMES)('names each column of %s once, with words for it', (resource) => {
    const names = PUBLIC_RESOURCES[resource].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(PUBLIC_COLUMN_WORDS[resource]).sort()).toEqual([...names].sort());
  });
});

describe('a reading', () => {
  it.each([
    ['IN2', 4, 'few'],
    ['IN2', 5, null],
    ['IN2', 0, 'few'],
    ['IN10', 120, null],
    ['IN1', null, null],
    ['IN3', null, 'count_unknown'],
    ['IN4', null, 'count_unknown'],
    ['anything else', null, 'count_unknown'],
  ])('of %s over %s cases: withheld = %s', (code, denominator, withheld) => {
    expect(withheldReading(code, denominator)).toBe(withheld);
  });
});

describe('the address of a desk', () => {
  it.each([
    ['https://example.ir/desk', 'https://example.ir/desk'],
    ['http://example.ir', 'http://example.ir/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://name:secret@example.ir/', null],
    ['example.ir', null],
    ['=HYPERLINK("x")', null],
    [null, null],
  ])('%s is shown as %s', (url, shown) => {
    expect(webAddress(url)).toBe(shown);
  });
});
