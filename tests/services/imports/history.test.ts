import { describe, expect, it } from 'vitest';
import { editions } from '@/db/schema/editions';
import { createClock } from '@/lib/clock';
import { formatJalali } from '@/lib/calendar/jalali';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { EVENT_KINDS } from '@/lib/domain/vocabulary';
import { BLOCK_CAUSE_LABELS, BODY_CATEGORY_LABELS, EVENT_KIND_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import { describeRowProblem } from '@/lib/messages/imports';
import { importHistory } from '@/lib/services/imports/history';
import { importProgramme } from '@/lib/services/imports/programme';
import { getLedger } from '@/lib/services/ledger';
import type { ServiceContext } from '@/lib/services/service-context';
import { readCategory, readCause, readEventKind, readTurn } from '@/lib/validation/imports';
import { testContext } from '../../support/database';
import { countRows, csv, programmeFiles, SECOND_COUNTY_DIR, withBodies } from './import-fixtures';

const HEADER = 'code,milestone,event,occurredOn,recordedOn,note,cause,turn,dueOn';
const history = (...lines: string[]) => csv('history.csv', HEADER, ...lines);

/** Imports lines into a fresh county and answers what was wrong with which row. */
async function problems(...lines: string[]) {
  const ctx = await withBodies();
  const result = await importHistory(ctx, history(...lines));
  if (result.errors.length > 0) {
    expect(result.isWritten).toBe(false);
    expect(countRows(ctx, 'events')).toBe(0);
  }
  return result.errors.map(({ sheetRow, column, problem }) => [
    sheetRow,
    column,
    problem.reason === 'illegal_transition' ? problem.refusal.reason : problem.reason,
  ]);
}

function stateOf(ctx: ServiceContext, bodyCode: string, milestoneCode: string, day: CivilDate) {
  const ledger = getLedger(ctx.db);
  const { bodies, milestones } = ledger.reference(day);
  const body = bodies.find(({ code }) => code === bodyCode);
  const milestone = milestones.find(({ code }) => code === milestoneCode);
  if (!body || !milestone) throw new Error(`${bodyCode} ${milestoneCode} is not known on ${day}`);
  return ledger.state(body.id, milestone.id, day);
}

describe('a history', () => {
  it('is recorded row by row on the days it names, marked as imported, with the side of each kind', async () => {
    const ctx = await withBodies();
    const result = await importHistory(
      ctx,
      history(
        'EA-001,HD1,start,1397/05/10,1397/05/12,,,,',
        'EA-001,HD1,claim,1397/05/14,1397/05/14,,,,',
        'EA-001,HD1,return,1397/05/17,1397/05/17,نامه خوانا نیست,,,',
        'EA-001,HD1,claim,1397/05/20,1397/05/20,,,,',
        'EA-001,HD1,verify,1397/05/21,1397/05/21,,,,',
        'EA-001,,check_in,1397/05/27,1397/05/27,,,,',
        'EA-001,HD9,certify,1397/06/01,1397/06/03,امتیاز ۹۰,,,',
      ),
    );
    expect(result).toMatchObject({ isWritten: true, dataRows: 7, created: 7, errors: [] });
    const rows = ctx.db.$client
      .prepare(
        'select kind, side, occurred_on, recorded_on, recorded_at, actor_id, actor_name, is_imported from events order by id',
      )
      .all() as Record<string, unknown>[];
    expect(rows[0]).toMatchObject({
      kind: 'start',
      side: 'body',
      occurred_on: '2018-08-01',
      recorded_on: '2018-08-03',
      actor_id: null,
      actor_name: 'ورود از فایل',
      is_imported: 1,
    });
    expect(toTehranTime(String(rows[0]?.['recorded_at'])).day).toBe('2018-12-08');
    expect(rows.map(({ kind, side }) => [kind, side])).toEqual([
      ['start', 'body'],
      ['claim', 'body'],
      ['return', 'governorate'],
      ['claim', 'body'],
      ['verify', 'governorate'],
      ['check_in', 'body'],
      ['certify', 'governorate'],
    ]);
    expect(stateOf(ctx, 'EA-001', 'HD1', '2018-08-08')).toMatchObject({
      state: 'returned',
      dueOverrideOn: '2018-08-15',
    });
    expect(stateOf(ctx, 'EA-001', 'HD1', '2018-08-12')).toMatchObject({ state: 'verified', verifiedOn: '2018-08-12' });
    expect(stateOf(ctx, 'EA-001', 'HD9', '2018-12-08').state).toBe('verified');
    const audit = ctx.db.$client
      .prepare<[], { details: string }>("select details from audit_log where action = 'import.history'")
      .all();
    expect(audit).toHaveLength(1);
    expect(JSON.parse(audit[0]?.details ?? '{}')).toMatchObject({
      created: 7,
      firstRecordedOn: '2018-08-03',
      lastRecordedOn: '2018-08-25',
    });
  });

  it('may be written with Persian headings and words, Persian digits, and lenient dates that are mentioned', async () => {
    const ctx = await withBodies();
    const file = csv(
      'سابقه.csv',
      '\ufeffشناسه دستگاه;گام;رویداد;تاریخ وقوع;تاریخ ثبت;یادداشت;علت;نوبت;موعد',
      'ea-001;ed۱;آغاز کار;۱۳۹۷/۰۷/۰۱;۱۳۹۷/۰۷/۰۱;;;;',
      'EA-001;ED1;اعلام مانع;97/7/3;1397/07/03;خط قطع است;نبود پوشش مخابراتی;;',
      'EA-001;ED1;رفع مانع;04/07/1397;1397/07/04;;;;',
    );
    const result = await importHistory(ctx, file);
    expect(result).toMatchObject({ isWritten: true, errors: [] });
    expect(result.warnings.map(({ sheetRow, warning }) => [sheetRow, warning.reason])).toEqual([
      [3, 'lenient_date'],
      [4, 'lenient_date'],
    ]);
    const block = ctx.db.$client.prepare("select cause, turn from events where kind = 'block'").get();
    expect(block).toEqual({ cause: 'no_telecom_coverage', turn: 'unknown' });
  });

  it('writes nothing in a dry run', async () => {
    const ctx = await withBodies();
    const result = await importHistory(ctx, history('EA-001,HD1,start,1397/05/10,1397/05/12,,,,'), { dryRun: true });
    expect(result).toMatchObject({ isWritten: false, created: 1 });
    expect(countRows(ctx, 'events')).toBe(0);
  });

  it('links an undo to the decision it takes back', async () => {
    const ctx = await withBodies();
    await importHistory(
      ctx,
      history(
        'EA-001,HD1,claim,1397/05/10,1397/05/12,,,,',
        'EA-001,HD1,verify,1397/05/13,1397/05/13,,,,',
        'EA-001,HD1,undo,1397/05/13,1397/05/13,اشتباه,,,',
      ),
    );
    expect(ctx.db.$client.prepare("select id, refers_to from events where kind = 'undo'").get()).toEqual({
      id: 3,
      refers_to: 2,
    });
    expect(stateOf(ctx, 'EA-001', 'HD1', '2018-08-04').state).toBe('claimed');
  });

  it('goes on from what is recorded already', async () => {
    const ctx = await withBodies();
    await importHistory(ctx, history('EA-001,HD1,claim,1397/05/10,1397/05/12,,,,'));
    expect(await importHistory(ctx, history('EA-001,HD1,claim,1397/05/13,1397/05/13,,,,'))).toMatchObject({
      isWritten: false,
      errors: [{ problem: { reason: 'illegal_transition', refusal: { state: 'claimed' } } }],
    });
    expect(await importHistory(ctx, history('EA-001,HD1,verify,1397/05/13,1397/05/13,,,,'))).toMatchObject({
      isWritten: true,
    });
  });

  it('takes six thousand rows with less than three seconds of work', async () => {
    const ctx = await withBodies();
    const { bodies, milestones } = getLedger(ctx.db).reference('2018-12-08');
    const nt = milestones.filter(({ code }) => code.startsWith('NT') || code.startsWith('CR')).map(({ code }) => code);
    const lines: string[] = [];
    for (let index = 0; lines.length < 6000; index += 1) {
      const day = formatJalali(addDays('2018-10-10', Math.floor(lines.length / 110)));
      const body = bodies[index % bodies.length]?.code;
      const milestone = nt[Math.floor(index / bodies.length) % 4];
      lines.push(
        `${body},${milestone},start,${day},${day},,,,`,
        `${body},${milestone},block,${day},${day},مانع,other,,`,
      );
      lines.push(`${body},${milestone},unblock,${day},${day},,,,`, `${body},${milestone},claim,${day},${day},,,,`);
      lines.push(
        `${body},${milestone},verify,${day},${day},,,,`,
        `${body},${milestone},reopen,${day},${day},دوباره,,,`,
      );
      lines.push(`${body},,check_in,${day},${day},,,,`);
    }
    // Time of the processor, not of the clock on the wall: other programs may be busy.
    const before = process.cpuUsage();
    const result = await importHistory(ctx, history(...lines));
    const { user, system } = process.cpuUsage(before);
    expect(result).toMatchObject({ isWritten: true, created: lines.length });
    expect((user + system) / 1_000_000).toBeLessThan(3);
  });
});

describe('a row that the rules refuse', () => {
  it('is named by its number, and nothing is written', async () => {
    const ctx = await withBodies();
    const result = await importHistory(
      ctx,
      history('EA-001,HD1,start,1397/05/10,1397/05/12,,,,', 'EA-001,HD1,verify,1397/05/13,1397/05/13,,,,'),
    );
    expect(result.errors.map(describeRowProblem)).toEqual([
      'ردیف ۳: گام اکنون «در دست انجام» است و «تأیید» برای آن ممکن نیست. «تأیید» کار معاون فرماندار و کارشناس فرمانداری است. آنچه اکنون می‌توان کرد: اعلام انجام، اعلام مانع، معافیت و تمدید مهلت.',
    ]);
    expect(countRows(ctx, 'events')).toBe(0);
    expect(countRows(ctx, "audit_log where action = 'import.history'")).toBe(0);
  });

  it('is one complaint, not one for every row that builds on it', async () => {
    expect(
      await problems(
        'EA-001,HD1,verify,1397/05/13,1397/05/13,,,,',
        'EA-001,HD1,reopen,1397/05/14,1397/05/14,دلیل,,,',
        'EA-002,HD1,start,1397/05/14,1397/05/14,,,,',
      ),
    ).toEqual([[2, 'event', 'wrong_state']]);
  });

  it('is one without the reason, cause or due date it needs', async () => {
    expect(
      await problems(
        'EA-001,HD1,claim,1397/05/13,1397/05/13,,,,',
        'EA-001,HD1,return,1397/05/14,1397/05/14,,,,',
        'EA-002,HD1,block,1397/05/14,1397/05/14,یادداشت,,,',
        'EA-003,HD1,extend,1397/05/14,1397/05/14,دلیل,,,',
        'EA-004,HD1,extend,1397/05/14,1397/05/14,دلیل,,,1397/05/15',
      ),
    ).toEqual([
      [3, 'note', 'reason_missing'],
      [4, 'cause', 'blocker_missing'],
      [5, 'dueOn', 'due_missing'],
      [6, 'dueOn', 'due_not_later'],
    ]);
  });

  it('is a claim of what only the governorate can do, and the certification of what a body does', async () => {
    expect(
      await problems('EA-001,HD9,claim,1397/05/13,1397/05/13,,,,', 'EA-001,HD1,certify,1397/05/13,1397/05/13,,,,'),
    ).toEqual([
      [2, 'event', 'wrong_milestone_actor'],
      [3, 'event', 'wrong_milestone_actor'],
    ]);
  });

  it('is one about what does not exist or does not apply', async () => {
    expect(
      await problems(
        'NO-999,HD1,start,1397/05/13,1397/05/13,,,,',
        'EA-001,HD99,start,1397/05/13,1397/05/13,,,,',
        'VA-001,HD1,start,1397/05/13,1397/05/13,,,,',
        'EA-001,,start,1397/05/13,1397/05/13,,,,',
        'EA-001,HD1,check_in,1397/05/13,1397/05/13,,,,',
        'EA-001,HD1,پرواز,1397/05/13,1397/05/13,,,,',
        'EA-001,,request,1397/05/13,1397/05/13,,,,',
      ),
    ).toEqual([
      [2, 'code', 'unknown_body'],
      [3, 'milestone', 'unknown_milestone'],
      [4, 'milestone', 'milestone_not_for_body'],
      [5, 'milestone', 'required'],
      [6, 'milestone', 'milestone_not_wanted'],
      [7, 'event', 'unknown_word'],
      [8, 'event', 'event_not_importable'],
    ]);
  });

  it('is one with a date that is no Jalali date', async () => {
    expect(
      await problems('EA-001,HD1,start,2018-08-04,1397/05/13,,,,', 'EA-001,HD1,start,1397/12/30,1397/05/13,,,,'),
    ).toEqual([
      [2, 'occurredOn', 'bad_date'],
      [3, 'occurredOn', 'bad_date'],
    ]);
  });
});

describe('back-dating', () => {
  it('goes in order, from the start of the programme to today, and never records what has not happened', async () => {
    expect(
      await problems(
        'EA-001,HD1,start,1397/05/13,1397/05/13,,,,',
        'EA-002,HD1,start,1397/05/12,1397/05/12,,,,',
        'EA-003,HD1,start,1397/09/18,1397/09/18,,,,',
        'EA-004,HD1,start,1397/05/15,1397/05/14,,,,',
      ),
    ).toEqual([
      [3, 'recordedOn', 'recorded_out_of_order'],
      [4, 'recordedOn', 'recorded_in_future'],
      [5, 'occurredOn', 'occurred_after_recorded'],
    ]);
    expect(await problems('EA-001,HD1,start,1397/05/01,1397/05/05,,,,')).toEqual([
      [2, 'recordedOn', 'recorded_before_programme'],
    ]);
  });

  it('allows an occurrence before the track began', async () => {
    expect(await problems('EA-001,ED1,claim,1397/04/01,1397/05/06,,,,')).toEqual([]);
  });

  it('stops at the newest recorded event', async () => {
    const ctx = await withBodies();
    await importHistory(ctx, history('EA-001,HD1,start,1397/06/10,1397/06/10,,,,'));
    const late = await importHistory(ctx, history('EA-002,HD1,start,1397/06/09,1397/06/09,,,,'));
    expect(late.errors.map(({ problem }) => problem.reason)).toEqual(['recorded_before_newest']);
    expect(await importHistory(ctx, history('EA-002,HD1,start,1397/06/09,1397/06/10,,,,'))).toMatchObject({
      isWritten: true,
    });
  });

  it('stops at the newest issued report', async () => {
    const ctx = await withBodies();
    ctx.db
      .insert(editions)
      .values({
        programmeId: 1,
        number: 1,
        weekStartOn: '2018-11-24',
        weekEndOn: '2018-11-30',
        issuedOn: '2018-12-01',
        issuedAt: '2018-12-01T06:00:00.000Z',
        issuedByName: 'deputy',
        verificationCode: 'x',
        document: '{}',
        sha256: '',
      })
      .run();
    const early = await importHistory(ctx, history('EA-001,HD1,start,1397/09/09,1397/09/09,,,,'));
    expect(early.errors.map(({ problem }) => problem.reason)).toEqual(['recorded_before_edition']);
    expect(await importHistory(ctx, history('EA-001,HD1,start,1397/09/09,1397/09/10,,,,'))).toMatchObject({
      isWritten: true,
    });
  });

  it('is impossible while the clock stands before what is recorded', async () => {
    const ctx = await withBodies();
    await importHistory(ctx, history('EA-001,HD1,start,1397/09/10,1397/09/10,,,,'));
    const wrongClock = { ...ctx, clock: createClock('2018-11-01') };
    const file = history('EA-002,HD1,start,1397/08/01,1397/08/01,,,,');
    await expect(importHistory(wrongClock, file)).rejects.toThrow('read_only_clock');
    expect(countRows(ctx, 'events')).toBe(1);
  });

  it('does not know a body before it was founded', async () => {
    const ctx = await withBodies();
    const { importBodies } = await import('@/lib/services/imports/bodies');
    await importBodies(
      ctx,
      csv('new.csv', 'شناسه,نام,نوع,بخش,تاریخ آغاز به کار', 'XX-1,اداره تازه,اداره,مرکزی,1397/09/01'),
    );
    const result = await importHistory(ctx, history('XX-1,HD1,start,1397/09/02,1397/09/02,,,,'));
    expect(result.errors.map(({ problem }) => problem.reason)).toEqual(['body_did_not_exist']);
  });
});

describe('milestones of several programmes', () => {
  it('are told apart by PROGRAMME:CODE where one code is in two of them', async () => {
    const ctx = await withBodies({ today: '2020-12-04' });
    const files = programmeFiles(SECOND_COUNTY_DIR);
    for (const name of ['tracks.csv', 'milestones.csv']) {
      files.set(name, (files.get(name) ?? '').replaceAll('OD', 'HD'));
    }
    importProgramme(ctx, { files });
    const ambiguous = await importHistory(ctx, history('EA-001,HD1,start,1399/04/01,1399/04/01,,,,'));
    expect(ambiguous.errors.map(({ problem }) => problem)).toEqual([
      { reason: 'several_milestones', value: 'HD1', programmes: ['1397-service-desk', '1399-open-data'] },
    ]);
    const named = await importHistory(
      ctx,
      history(
        'EA-001,1399-open-data:HD1,start,1399/04/01,1399/04/01,,,,',
        'EA-001,1397-service-desk:HD1,start,1399/04/01,1399/04/01,,,,',
        'EA-001,QA1,start,1399/04/02,1399/04/02,,,,',
      ),
    );
    expect(named).toMatchObject({ isWritten: true, created: 3 });
  });
});

describe('words', () => {
  it('that the screens show are all understood in files', () => {
    for (const kind of EVENT_KINDS) expect(readEventKind(EVENT_KIND_LABELS[kind])).toBe(kind);
    for (const [code, label] of Object.entries(BLOCK_CAUSE_LABELS)) expect(readCause(label)).toBe(code);
    for (const [code, label] of Object.entries(TURN_LABELS)) expect(readTurn(label)).toBe(code);
    for (const [code, label] of Object.entries(BODY_CATEGORY_LABELS)) expect(readCategory(label)).toBe(code);
  });
});

it('a history may be imported by the admin only', async () => {
  for (const role of ['deputy', 'expert', 'liaison', 'viewer'] as const) {
    await expect(
      importHistory(testContext({ role }), history('EA-001,HD1,start,1397/05/10,1397/05/12,,,,')),
    ).rejects.toThrow('forbidden');
  }
});
