import { describe, expect, it } from 'vitest';
import { surveyItemVersions } from '@/db/schema/index';
import { sealTabletPass } from '@/lib/auth/tablet-pass';
import { createClock } from '@/lib/clock';
import { getMySurvey, getQuestionnaire } from '@/lib/services/my-survey';
import { changeSurveyLink } from '@/lib/services/survey-links';
import {
  ANSWERS_PER_DAY,
  ANSWERS_PER_MINUTE,
  answerOnTablet,
  answerSurvey,
  getClientSurvey,
  getTabletSurvey,
  handOverTablet,
  recordPaperResponse,
} from '@/lib/services/survey-responses';
import { addUser, disableUser } from '@/lib/services/users';
import { paperSchema, readClientAnswers } from '@/lib/validation/survey';
import { auditTrail, refusalOf } from '../support/milestone-world';
import { CENTRAL, SHIBKUH, smallCounty, TODAY, type County } from '../support/small-county';

import {
  BAD,
  GOOD,
  liaisonOf,
  newestLink,
  newKey,
  openLink,
  recordPaper,
  responsesIn,
  resultsOf,
  visitorTo,
} from '../support/survey-world';

const surveyTrail = (county: County) => auditTrail(county.db).filter((row) => row.startsWith('survey'));

describe('a paper that is typed in', () => {
  it('is recorded with its figures, who typed it and one row of the audit log', async () => {
    const county = await smallCounty();
    const key = newKey();
    recordPaperResponse(liaisonOf(county), { bodyCode: 'EA-001', month: '1397-08', key, answers: GOOD });
    expect(responsesIn(county)).toEqual([
      {
        id: 1,
        key,
        bodyId: county.bodyId('EA-001'),
        month: '1397-08',
        channel: 'paper',
        answers: GOOD,
        satisfaction: 75,
        ease: 75,
        transparency: 75,
        integrity: 75,
        neededGoBetween: false,
        recordedOn: TODAY,
        recordedBy: 'user-liaison',
      },
    ]);
    expect(surveyTrail(county)).toEqual(['survey.record EA-001 liaison']);
  });

  it('sent twice it is recorded once', async () => {
    const county = await smallCounty();
    const key = newKey();
    expect(recordPaper(county, 'EA-001', '1397-08', GOOD, key)).toEqual({ isNew: true });
    expect(recordPaper(county, 'EA-001', '1397-08', BAD, key)).toEqual({ isNew: false });
    expect(responsesIn(county)).toMatchObject([{ answers: GOOD }]);
    expect(surveyTrail(county)).toHaveLength(1);
  });

  it.each(['1397-05', '1397-10'] as const)('takes no month before the baseline or ahead: %s', async (month) => {
    const county = await smallCounty();
    expect(refusalOf(() => recordPaper(county, 'EA-001', month)).details).toMatchObject({ field: 'month' });
  });

  it('wants at least one answer, each from 1 to 5', async () => {
    const county = await smallCounty();
    expect(refusalOf(() => recordPaper(county, 'EA-001', '1397-08', {})).details).toMatchObject({
      reason: 'survey_no_answer',
    });
    expect(refusalOf(() => recordPaper(county, 'EA-001', '1397-08', { X1: 3 })).details).toMatchObject({
      reason: 'survey_no_answer',
    });
    for (const wrong of [0, 6, 2.5, Number.NaN]) {
      expect(refusalOf(() => recordPaper(county, 'EA-001', '1397-08', { S1: wrong })).code).toBe('invalid_input');
    }
    expect(responsesIn(county)).toEqual([]);
  });

  it('goes by the items of its day: a withdrawn one is not asked any more', async () => {
    const county = await smallCounty();
    const [first] = county.db.select().from(surveyItemVersions).all();
    if (first === undefined) throw new Error('no items');
    const { id: _, ...item } = first;
    county.db
      .insert(surveyItemVersions)
      .values({ ...item, isRetired: true, recordedOn: TODAY })
      .run();
    recordPaper(county, 'EA-001', '1397-08');
    expect(responsesIn(county)[0]?.answers).not.toHaveProperty('S1');
    expect(resultsOf(county, { month: '1397-08' }).detail.items).toHaveLength(15);
    expect(resultsOf(county, { month: '1397-08', asOf: '1397-09-16' }).detail.items).toHaveLength(16);
  });

  describe('by whom', () => {
    const attempts = [
      (county: County, ...[role, options]: Parameters<County['as']>) =>
        recordPaperResponse(county.as(role, options), {
          bodyCode: 'EA-001',
          month: '1397-08',
          key: newKey(),
          answers: GOOD,
        }),
      (county: County, ...[role, options]: Parameters<County['as']>) =>
        changeSurveyLink(county.as(role, options), { bodyCode: 'EA-001', deed: 'open', expectedLinkId: null }),
      (county: County, ...[role, options]: Parameters<County['as']>) =>
        handOverTablet(county.as(role, options), 'EA-001'),
      (county: County, ...[role, options]: Parameters<County['as']>) =>
        getMySurvey(county.as(role, options), { bodyCode: 'EA-001', month: null }),
      (county: County, ...[role, options]: Parameters<County['as']>) =>
        getQuestionnaire(county.as(role, options), 'EA-001'),
    ] as const;

    it.each([
      ['liaison', { bodies: ['EA-001'] }],
      ['expert', {}],
      ['expert', { actor: { districtCode: CENTRAL } }],
    ] as const)('a %s %j: also its link, tablet, page and questionnaire', async (role, options) => {
      const county = await smallCounty();
      for (const attempt of attempts) attempt(county, role, options);
      expect(surveyTrail(county)).toHaveLength(3);
    });

    it.each([
      ['expert', { actor: { districtCode: SHIBKUH } }, 'forbidden'],
      ['deputy', {}, 'forbidden'],
      ['viewer', {}, 'forbidden'],
      ['admin', {}, 'forbidden'],
      ['liaison', { bodies: ['VA-001'] }, 'not_found'],
      ['liaison', { bodies: ['EA-001'], actor: { mustChangePassword: true } }, 'forbidden'],
    ] as const)('no %s %j: %s', async (role, options, code) => {
      const county = await smallCounty();
      for (const attempt of attempts) {
        expect(refusalOf(() => attempt(county, role, options as never)).code).toBe(code);
      }
      expect(responsesIn(county)).toEqual([]);
      expect(newestLink(county)).toBeUndefined();
    });
  });
});

describe('the form in which papers are typed', () => {
  const items = 'S1 S2 S3 S4';
  const sent = { body: 'EA-001', month: '۱۳۹۷/۰۸', key: 'a-key-of-sixteen-signs', items };

  it.each([
    ['۵۴۰۱', { S1: 5, S2: 4, S4: 1 }],
    ['5 4-1', { S1: 5, S2: 4, S4: 1 }],
  ])('takes the digits %s', (quick, answers) => {
    expect(paperSchema.parse({ ...sent, quick, 'answer-S1': '1' })).toMatchObject({ month: '1397-08', answers });
  });

  it.each(['541', '54012', '5461', 'abcd'])('refuses the digits %s at their field', (quick) => {
    const parsed = paperSchema.safeParse({ ...sent, quick });
    expect(parsed.error?.issues[0]?.path).toEqual(['quick']);
  });

  it('takes the radio buttons where no digits were typed; those left empty are absent', () => {
    const parsed = paperSchema.parse({ ...sent, quick: '', 'answer-S1': '3', 'answer-S2': '', other: 'x' });
    expect(parsed.answers).toEqual({ S1: 3 });
  });
});

describe('the link for clients', () => {
  it('is opened, renewed and closed, each with a row of the audit log that does not tell it', async () => {
    const county = await smallCounty();
    const first = openLink(county);
    expect(first).toMatch(/^[a-z2-9]{12}$/);
    const deed = (name: 'renew' | 'close') =>
      changeSurveyLink(liaisonOf(county), {
        bodyCode: 'EA-001',
        deed: name,
        expectedLinkId: newestLink(county)?.id ?? null,
      });
    deed('renew');
    const second = newestLink(county)?.token ?? '';
    expect(second).not.toBe(first);
    expect(getClientSurvey(visitorTo(county), second).body.code).toBe('EA-001');
    expect(refusalOf(() => getClientSurvey(visitorTo(county), first)).code).toBe('not_found');
    deed('close');
    expect(surveyTrail(county)).toEqual([
      'survey.open_link EA-001 liaison',
      'survey.renew_link EA-001 liaison',
      'survey.close_link EA-001 liaison',
    ]);
    const log = JSON.stringify(county.db.$client.prepare('select * from audit_log').all());
    expect(log).not.toContain(first);
    expect(log).not.toContain(second);
  });

  it('closed, renewed and unknown are the same answer', async () => {
    const county = await smallCounty();
    const token = openLink(county);
    changeSurveyLink(liaisonOf(county), {
      bodyCode: 'EA-001',
      deed: 'close',
      expectedLinkId: newestLink(county)?.id ?? null,
    });
    const send = (to: string) => () => answerSurvey(visitorTo(county), to, { key: newKey(), answers: GOOD });
    expect(refusalOf(send(token))).toEqual(refusalOf(send('never-was')));
    expect(refusalOf(() => getClientSurvey(visitorTo(county), token))).toEqual(
      refusalOf(() => getClientSurvey(visitorTo(county), '')),
    );
    expect(responsesIn(county)).toEqual([]);
  });

  it('is not changed over a change that one did not see', async () => {
    const county = await smallCounty();
    openLink(county);
    expect(
      refusalOf(() => changeSurveyLink(liaisonOf(county), { bodyCode: 'EA-001', deed: 'open', expectedLinkId: null })),
    ).toMatchObject({ code: 'conflict', details: { reason: 'survey_link_meanwhile' } });
  });
});

describe('a client behind the code', () => {
  it('leaves nothing personal: answers, body, month, day, and no row of the audit log', async () => {
    const county = await smallCounty();
    const token = openLink(county);
    const before = auditTrail(county.db).length;
    const key = newKey();
    answerSurvey(visitorTo(county), token, { key, answers: BAD });
    const [row] = county.db.$client.prepare<[], Record<string, unknown>>('select * from survey_responses').all();
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [
        ...['id', 'key', 'body_id', 'month', 'channel', 'answers', 'satisfaction', 'ease', 'transparency'],
        ...['integrity', 'needed_go_between', 'recorded_on', 'recorded_by'],
      ].sort(),
    );
    expect(row).toEqual({
      ...{ id: 1, key, body_id: county.bodyId('EA-001'), month: '1397-09', channel: 'qr' },
      ...{ answers: JSON.stringify(BAD), satisfaction: 25, ease: 25, transparency: 25, integrity: 25 },
      ...{ needed_go_between: 1, recorded_on: TODAY, recorded_by: null },
    });
    expect(auditTrail(county.db)).toHaveLength(before);
    const everything = county.db.$client
      .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table'`)
      .all()
      .map(({ name }) => JSON.stringify(county.db.$client.prepare(`select * from "${name}"`).all()))
      .join('\n');
    expect(everything).not.toContain('198.51.100.9');
  });

  it('sends twice and is counted once, also against the limit', async () => {
    const county = await smallCounty();
    const token = openLink(county);
    const key = newKey();
    for (let count = 0; count < ANSWERS_PER_MINUTE + 3; count += 1) {
      answerSurvey(visitorTo(county), token, { key, answers: GOOD });
    }
    expect(responsesIn(county)).toHaveLength(1);
  });

  it('waits after some answers in a minute from one address; another address does not', async () => {
    const county = await smallCounty();
    const token = openLink(county);
    const send = (ipAddress: string, time: string) =>
      answerSurvey(visitorTo(county, ipAddress, time), token, { key: newKey(), answers: GOOD });
    for (let count = 0; count < ANSWERS_PER_MINUTE; count += 1) send('203.0.113.1', '2026-01-01T08:00:00Z');
    expect(refusalOf(() => send('203.0.113.1', '2026-01-01T08:00:50Z'))).toMatchObject({
      code: 'too_many_attempts',
      details: { reason: 'survey_minute', retryAfterSeconds: 10 },
    });
    expect(responsesIn(county)).toHaveLength(ANSWERS_PER_MINUTE);
    send('203.0.113.2', '2026-01-01T08:00:50Z');
    send('203.0.113.1', '2026-01-01T08:01:00Z');
    expect(responsesIn(county)).toHaveLength(ANSWERS_PER_MINUTE + 2);
  });

  it('comes back tomorrow once a body has its fill for the day; other bodies and papers go on', async () => {
    const county = await smallCounty();
    const token = openLink(county);
    const other = openLink(county, 'EA-002');
    for (let count = 0; count < ANSWERS_PER_DAY; count += 1) {
      answerSurvey(visitorTo(county, `10.0.0.${count}`), token, { key: newKey(), answers: GOOD });
    }
    const send = (to: string) => () =>
      answerSurvey(visitorTo(county, '10.1.0.1'), to, { key: newKey(), answers: GOOD });
    expect(refusalOf(send(token)).details).toEqual({ reason: 'survey_day' });
    expect(send(other)()).toEqual({ isNew: true });
    expect(recordPaper(county, 'EA-001', '1397-09')).toEqual({ isNew: true });
  });

  it('sends a form of ours, or nothing is read', () => {
    const read = (text: string) => readClientAnswers(new URLSearchParams(text));
    expect(read('key=0123456789abcdef&answer-S1=4&answer-S2=&other=1')).toEqual({
      key: '0123456789abcdef',
      answers: { S1: 4 },
    });
    expect(read('key=short&answer-S1=4')).toBeNull();
    expect(read('answer-S1=4')).toBeNull();
  });
});

describe('a tablet at the desk', () => {
  async function withLiaison() {
    const county = await smallCounty();
    await addUser(
      county.office(),
      {
        ...{ username: 'rabet', name: 'رابط', role: 'liaison', phone: null, districtCode: null },
        ...{ bodyCodes: ['EA-001'], scopeDistrictCodes: [] },
      },
      { password: 'Guzir-Lengeh-1397', mustChangePassword: false },
    );
    const id =
      county.db.$client.prepare<[], string>(`select id from users where username = 'rabet'`).pluck().get() ?? '';
    return { county, id, pass: handOverTablet(county.as('liaison', { bodies: ['EA-001'], actor: { id } }), 'EA-001') };
  }

  it('shows the survey of its body and records without a name', async () => {
    const { county, pass } = await withLiaison();
    expect(getTabletSurvey(visitorTo(county), pass)).toMatchObject({ body: { code: 'EA-001' } });
    answerOnTablet(visitorTo(county), pass, { key: newKey(), answers: GOOD });
    expect(responsesIn(county)).toMatchObject([{ channel: 'tablet', month: '1397-09', recordedBy: null }]);
    expect(surveyTrail(county)).toEqual(['survey.hand_over_tablet EA-001 liaison']);
  });

  it('ends with the day, with a pass that was not made here, and with the account', async () => {
    const { county, id, pass } = await withLiaison();
    const read = (value: string | null, ctx = visitorTo(county)) => refusalOf(() => getTabletSurvey(ctx, value)).code;
    const tomorrow = { ...visitorTo(county), clock: createClock('2018-12-09') };
    expect(read(pass, tomorrow)).toBe('not_found');
    expect(read(null)).toBe('not_found');
    expect(read('')).toBe('not_found');
    const [text = '', signature = ''] = pass.split('.');
    expect(read(`${Buffer.from(JSON.stringify([id, 'EA-002', TODAY])).toString('base64url')}.${signature}`)).toBe(
      'not_found',
    );
    expect(read(`${text}.${signature}x`)).toBe('not_found');
    // signed here, but for a body that this person does not report for
    expect(read(sealTabletPass(county.dataDir, { userId: id, bodyCode: 'EA-002', day: TODAY }))).toBe('not_found');
    disableUser(county.office(), 'rabet');
    expect(read(pass)).toBe('not_found');
    expect(refusalOf(() => answerOnTablet(visitorTo(county), pass, { key: newKey(), answers: GOOD })).code).toBe(
      'not_found',
    );
    expect(responsesIn(county)).toEqual([]);
  });
});
