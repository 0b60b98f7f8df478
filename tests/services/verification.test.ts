import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { computeTrackFigures } from '@/db/queries/verification';
import type { EventKind } from '@/lib/domain/vocabulary';
import { isAppError } from '@/lib/errors';
import { packPage } from '@/lib/services/edition-rendering';
import { verifyData, type VerificationCheck } from '@/lib/services/verification';
import { testContext } from '@/tests/support/database';
import { insertUploadWithFile } from '@/tests/support/evidence-rows';
import { insertBody, insertEvent, insertTrack } from '@/tests/support/reference-rows';

/** Track of the first worked example: weights and dues of ED for one executive agency, seen on 1397/09/17. */
const ED = [
  { weight: 12, dueOn: '2018-07-22' },
  { weight: 15, dueOn: '2018-08-06' },
  { weight: 15, dueOn: '2018-08-22' },
  { weight: 15, dueOn: '2018-09-06' },
  { weight: 10, dueOn: '2018-10-22' },
  { weight: 7, dueOn: '2018-12-01' },
  { weight: 6, dueOn: '2018-12-08' },
  { weight: 7, dueOn: '2018-12-08' },
  { weight: 5, dueOn: '2018-12-15' },
  { weight: 8, dueOn: '2018-12-21' },
] as const;

function office() {
  const ctx = testContext({ role: 'system', today: '2018-12-08' });
  const bodyId = insertBody(ctx.db, 'EA-001');
  const { milestoneIds } = insertTrack(ctx.db, ED);
  const record = (step: number, ...kinds: EventKind[]) => {
    for (const kind of kinds)
      insertEvent(ctx.db, { kind, bodyId, milestoneId: milestoneIds[step - 1] ?? 0, recordedOn: '2018-12-01' });
  };
  return { ctx, bodyId, record };
}

async function failedChecks(ctx: ReturnType<typeof testContext>): Promise<VerificationCheck[]> {
  const { checks } = await verifyData(ctx);
  return checks.filter(({ isSound }) => !isSound).map(({ check }) => check);
}

describe('figures by SQL alone', () => {
  test('are those of the worked example', () => {
    const { ctx, record } = office();
    for (const step of [1, 2, 3, 4]) record(step, 'claim', 'verify');
    record(5, 'claim');
    const [ed] = computeTrackFigures(ctx.db, 'P1', '2018-12-08');
    expect(ed).toMatchObject({ trackCode: 'ED', bodyTracks: 1 });
    expect(ed?.planned).toBeCloseTo(0.87, 9);
    expect(ed?.claimed).toBeCloseTo(0.67, 9);
    expect(ed?.verified).toBeCloseTo(0.57, 9);
  });

  test('leave exempt milestones out, follow lifted exemptions and undone decisions, and agree with the rules', async () => {
    const { ctx, record } = office();
    record(1, 'claim', 'verify', 'reopen');
    record(2, 'claim', 'exempt');
    record(3, 'claim', 'exempt', 'lift_exemption');
    record(4, 'claim', 'verify', 'undo');
    record(5, 'claim', 'return', 'undo', 'extend');
    record(6, 'block', 'extend');
    record(7, 'certify');
    const [ed] = computeTrackFigures(ctx.db, 'P1', '2018-12-08');
    expect(ed?.claimed).toBeCloseTo((15 + 15 + 10 + 6) / 85, 9);
    expect(ed?.verified).toBeCloseTo(6 / 85, 9);
    expect(ed?.planned).toBeCloseTo(72 / 85, 9);
    expect(await failedChecks(ctx)).toEqual([]);
  });

  test('know a body whose milestones are all exempt as no pair, and a track without pairs as no data', () => {
    const { ctx, record } = office();
    for (let step = 1; step <= 10; step += 1) record(step, 'exempt');
    expect(computeTrackFigures(ctx.db, 'P1', '2018-12-08')).toEqual([
      { trackCode: 'ED', bodyTracks: 0, planned: null, claimed: null, verified: null },
    ]);
  });
});

describe('verify', () => {
  test('finds nothing wrong in a sound data folder, with or without a programme', async () => {
    expect(await failedChecks(testContext({ role: 'system' }))).toEqual([]);
    const { ctx, bodyId, record } = office();
    record(1, 'claim', 'verify');
    insertUploadWithFile(ctx.db, ctx.dataDir, bodyId, 'نامه');
    const { isSound, checks } = await verifyData(ctx);
    expect(isSound).toBe(true);
    expect(Object.fromEntries(checks.map(({ check, counted }) => [check, counted]))).toMatchObject({
      event_order: 2,
      evidence: 1,
      figures: 1,
    });
  });

  test('finds a changed file of evidence', async () => {
    const { ctx, bodyId } = office();
    writeFileSync(insertUploadWithFile(ctx.db, ctx.dataDir, bodyId, 'نامه'), 'نامۀ دیگر');
    expect(await failedChecks(ctx)).toEqual(['evidence']);
  });

  test('finds an event that was put before others, and the guard that was lifted for it', async () => {
    const { ctx, bodyId } = office();
    insertEvent(ctx.db, { kind: 'check_in', bodyId, recordedOn: '2018-12-01' });
    ctx.db.$client.exec('drop trigger guard_events_order');
    insertEvent(ctx.db, { kind: 'check_in', bodyId, recordedOn: '2018-11-01' });
    expect(await failedChecks(ctx)).toEqual(['guards', 'event_order']);
  });

  test('finds an edition whose text was changed', async () => {
    const { ctx } = office();
    ctx.db.$client.exec(
      "insert into editions (programme_id, number, week_start_on, week_end_on, issued_on, issued_at, issued_by_name, verification_code, document, sha256) values (1, 1, '2018-11-24', '2018-11-30', '2018-12-01', '2018-12-01T08:00:00Z', 'd', 'c', '{}', 'not the hash')",
    );
    expect(await failedChecks(ctx)).toEqual(['editions']);
  });

  test('finds a letter whose text was changed', async () => {
    const { ctx, bodyId } = office();
    const eventId = insertEvent(ctx.db, { kind: 'letter_sent', bodyId, recordedOn: '2018-12-01' });
    ctx.db.$client
      .prepare(
        "insert into letters (kind, year, number, body_id, programme_id, event_id, as_of, issued_on, issued_at, issued_by_name, document, sha256) values ('late', 1397, 1, ?, 1, ?, '2018-12-01', '2018-12-01', '2018-12-01T08:00:00Z', 'd', '{}', 'not the hash')",
      )
      .run(bodyId, eventId);
    expect(await failedChecks(ctx)).toEqual(['letters']);
  });

  test('finds a stored page that was changed, and one that is no page any more', async () => {
    const { ctx } = office();
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const addEdition = (number: number, content: Buffer, sha256: string) => {
      ctx.db.$client
        .prepare(
          "insert into editions (programme_id, number, week_start_on, week_end_on, issued_on, issued_at, issued_by_name, verification_code, document, sha256) values (1, ?, '2018-11-24', '2018-11-30', '2018-12-01', '2018-12-01T08:00:00Z', 'd', ?, '{}', ?)",
        )
        .run(number, `c${number}`, hash('{}'));
      ctx.db.$client
        .prepare('insert into edition_renderings (edition_id, content, sha256) values (?, ?, ?)')
        .run(number, content, sha256);
    };
    const { content, sha256 } = packPage('<p>صفحه</p>');
    addEdition(1, content, sha256);
    expect(await failedChecks(ctx)).toEqual([]);
    addEdition(2, packPage('<p>صفحۀ دیگر</p>').content, sha256);
    addEdition(3, Buffer.from('not deflated'), sha256);
    const { checks } = await verifyData(ctx);
    expect(checks.find(({ check }) => check === 'editions')).toMatchObject({
      isSound: false,
      counted: 3,
      problems: ['the stored page of edition 2 was changed', 'the stored page of edition 3 was changed'],
    });
  });

  test('finds a row that refers to nothing', async () => {
    const { ctx } = office();
    ctx.db.$client.pragma('foreign_keys = OFF');
    ctx.db.$client.exec("insert into user_scopes (user_id, body_id) values ('nobody', 1)");
    expect(await failedChecks(ctx)).toEqual(['foreign_keys']);
  });

  test.each(['deputy', 'expert', 'liaison', 'viewer'] as const)('is not for a %s', async (role) => {
    const error: unknown = await verifyData(testContext({ role })).catch((reason: unknown) => reason);
    expect(isAppError(error, 'forbidden')).toBe(true);
  });
});
