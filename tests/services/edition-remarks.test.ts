import { describe, expect, it } from 'vitest';
import { auditLog, reportRemarks } from '@/db/schema/index';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { describeErrorInline } from '@/lib/messages/errors';
import { checkBeforeIssue } from '@/lib/services/edition-check';
import { REMARKS_LENGTH, writeRemarks, type RemarksInput } from '@/lib/services/edition-remarks';
import { issueEdition } from '../support/issue-edition';
import {
  auditTrail,
  createMilestoneWorld,
  refusalOf,
  type MilestoneWorld,
  type PersonOptions,
} from '../support/milestone-world';

const write = (
  world: MilestoneWorld,
  input: Partial<RemarksInput> = {},
  role: Role = 'deputy',
  options: PersonOptions = {},
) => writeRemarks(world.as(role, options), { week: '2018-12-04', text: 'سخن نخست.', expectedRemarkId: null, ...input });

describe("the deputy's own paragraphs", () => {
  it('are written by the deputy, for the whole week, with an audit row', () => {
    const world = createMilestoneWorld();
    expect(write(world, { text: ' بند يك\r\n\r\n\r\nبند دو ' })).toMatchObject({ id: 1, text: 'بند یک\n\nبند دو' });
    expect(world.db.select().from(reportRemarks).get()).toMatchObject({
      weekStartOn: '2018-12-01',
      recordedOn: '2018-12-08',
      writtenByName: 'نام deputy',
    });
    expect(auditTrail(world.db)).toEqual(['report.write_remarks 2018-12-01 deputy']);
    expect(world.db.select().from(auditLog).get()?.details).toMatchObject({ programme: 'desk', remarkId: 1 });
  });

  it.each(ROLES.filter((role) => role !== 'deputy'))('a %s does not write them', (role) => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => write(world, {}, role)).code).toBe('forbidden');
    expect(world.db.select().from(reportRemarks).all()).toEqual([]);
    expect(auditTrail(world.db)).toEqual([]);
  });

  it("the deputy's delegate does", () => {
    const world = createMilestoneWorld();
    write(world, {}, 'expert', { isDelegate: true, districtCode: '220303' });
    expect(world.db.select().from(reportRemarks).all()).toHaveLength(1);
  });

  it('the newest counts at the moment of issue; an empty one takes them back; all stay in the history', () => {
    const world = createMilestoneWorld();
    write(world);
    write(world, { text: 'سخن دوم.\nبند دیگر.', expectedRemarkId: 1 });
    expect(issueEdition(world.as('expert')).document.remarks).toEqual(['سخن دوم.', 'بند دیگر.']);
    write(world, { text: '', expectedRemarkId: 2 });
    expect(issueEdition(world.as('expert'), { supersede: true }).document.remarks).toEqual([]);
    const { remarks, facts } = checkBeforeIssue(world.as('expert'));
    expect(remarks.map(({ text }) => text)).toEqual(['', 'سخن دوم.\nبند دیگر.', 'سخن نخست.']);
    expect(facts.hasRemarks).toBe(false);
  });

  it('belong to their week alone', () => {
    const world = createMilestoneWorld();
    write(world);
    expect(checkBeforeIssue(world.as('expert'), { week: '2018-11-28' }).remarks).toEqual([]);
    expect(issueEdition(world.as('expert'), { week: '2018-11-28' }).document.remarks).toEqual([]);
  });

  it('the second of two tabs is told what the first wrote, and nothing is overwritten', () => {
    const world = createMilestoneWorld();
    write(world);
    const { code, details } = refusalOf(() => write(world, { text: 'سخن دیگر.' }));
    expect(code).toBe('conflict');
    const sentence = describeErrorInline({ code: 'conflict', details });
    expect(sentence).toContain('نام deputy');
    expect(sentence).toContain('«سخن نخست.»');
    expect(world.db.select().from(reportRemarks).all()).toHaveLength(1);
  });

  it('the same words again are no new row', () => {
    const world = createMilestoneWorld();
    write(world);
    expect(write(world)).toMatchObject({ id: 1 });
    expect(write(createMilestoneWorld(), { text: '' })).toBeNull();
    expect(auditTrail(world.db)).toHaveLength(1);
  });

  it('may be written while the week runs, not for a week to come or before the programme, and not without end', () => {
    const world = createMilestoneWorld();
    write(world, { week: '2018-12-14' });
    expect(refusalOf(() => write(world, { week: '2018-12-15' })).code).toBe('as_of_out_of_range');
    expect(refusalOf(() => write(world, { week: '2018-07-20' })).code).toBe('as_of_out_of_range');
    expect(refusalOf(() => write(world, { text: 'ن'.repeat(REMARKS_LENGTH + 1) }))).toMatchObject({
      code: 'invalid_input',
      details: { field: 'remarks', reason: 'too_long' },
    });
  });
});
