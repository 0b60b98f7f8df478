import { beforeAll, describe, expect, test } from 'vitest';
import { demoAccount } from '../support/browser';
import { demoRows } from '../support/demo-rows';
import { ownDemo } from '../support/own-demo';
import { hiddenFields, visitPlainly, type PlainVisitor } from '../support/plain-forms';

const OWN = 'EA-002';
const OTHER = 'EA-001';
const PROGRAMME = '1397-service-desk';

let visitor: PlainVisitor;

beforeAll(async () => {
  await ownDemo();
  visitor = await visitPlainly(demoAccount('liaison'));
});

/** Everything that a liaison could have written. */
const written = () =>
  demoRows<Record<string, number>>(
    `select (select count(*) from events) as events, (select count(*) from evidence) as evidence,
            (select count(*) from uploads) as uploads, (select count(*) from message_reads) as reads,
            (select count(*) from audit_log) as audit`,
  )[0];

const file = () => new File(['%PDF-1.4\n1 0 obj<<>>endobj\n'], 'a.pdf', { type: 'application/pdf' });

describe('a page of somebody else’s body', () => {
  const idOf = (sql: string) => demoRows<{ id: number }>(sql, OTHER)[0]?.id ?? 0;

  test('is not found, under whatever address', async () => {
    const event = idOf(
      `select e.id from events e join bodies b on b.id = e.body_id where b.code = ? and e.side = 'body' limit 1`,
    );
    const evidence = idOf(
      `select v.id from evidence v join events e on e.id = v.event_id join bodies b on b.id = e.body_id
        where b.code <> ? and b.code <> '${OWN}' and v.kind in ('file', 'photo') limit 1`,
    );
    expect([event > 0, evidence > 0]).toEqual([true, true]);
    const asked = [
      `/my?body=${OTHER}`,
      `/my/${OTHER}/HD1`,
      `/my/${OTHER}/HD1?do=claim`,
      `/my/forms/${OTHER}`,
      `/my/receipts/${event}`,
      `/my/grid/receipt?events=${event}`,
      `/my/history?body=${OTHER}`,
      `/my/history/export?format=csv&body=${OTHER}`,
      `/bodies/${OTHER}`,
      `/evidence/${evidence}`,
    ];
    const found: string[] = [];
    for (const path of asked) {
      const { status } = await visitor.get(path);
      if (status !== 404) found.push(`${path}: ${status}`);
    }
    expect(found).toEqual([]);
  });
});

describe('a form that names a body of somebody else', () => {
  /** What each form of a step needs besides the step. */
  const FIELDS: Record<string, Record<string, string>> = {
    claim: { letterNumber: '۱', letterOn: '1397/09/16' },
    start: {},
    block: { cause: 'no_budget', turn: 'body', note: 'x' },
    unblock: { note: 'x' },
    withdraw: { note: 'x' },
    object: { note: 'x' },
    ask: { requestKind: 'extension', dueOn: '1397/12/20', note: 'x' },
  };
  /** An own page that has the form, by what the form does. */
  const pages = new Map<string, string>();

  beforeAll(async () => {
    const { html } = await visitor.get(`/my?body=${OWN}`);
    const steps = new Set(
      [...html.matchAll(new RegExp(`href="(/my/${OWN}/[A-Z0-9]+)[?"]`, 'g'))].map(([, path]) => path),
    );
    const has = async (path: string, form: string) => hiddenFields((await visitor.get(path)).html, form) !== null;
    // one that was not returned is held up first, so that there is something to lift and something to object to
    for (const step of steps) {
      const path = `${step}?do=block`;
      if (!(await has(path, 'step-block')) || (await has(`${step}?do=object`, 'step-object'))) continue;
      await visitor.send(path, 'step-block', FIELDS['block'] ?? {});
      break;
    }
    for (const step of steps) {
      for (const deed of Object.keys(FIELDS)) {
        if (pages.has(deed)) continue;
        const path = `${step}?do=${deed}`;
        if (await has(path, `step-${deed}`)) pages.set(deed, path);
      }
    }
  });

  test('every kind of step form was found on a page of the own body', () => {
    expect([...pages.keys()].sort()).toEqual(Object.keys(FIELDS).sort());
  });

  test.each(Object.keys(FIELDS))('%s: is not found, and nothing is written', async (deed) => {
    const before = written();
    const answer = await visitor.send(pages.get(deed) ?? '', `step-${deed}`, { ...FIELDS[deed], body: OTHER });
    expect(answer.location).toBeNull();
    expect(answer.html).toContain('این مورد یافت نشد.');
    expect(written()).toEqual(before);
  });

  test.each(['check-in', 'contact'])('%s: is not found, and nothing is written', async (form) => {
    const before = written();
    const answer = await visitor.send(`/my?body=${OWN}`, form, { body: OTHER, contact: 'علی، ۰۹۱۷' });
    expect(answer.location).toBeNull();
    expect(answer.html).toContain('این مورد یافت نشد.');
    expect(written()).toEqual(before);
  });

  test('a file that comes with the form: is not found, and nothing is written', async () => {
    const before = written();
    const answer = await visitor.send(pages.get('claim') ?? '', 'step-claim', {
      ...FIELDS['claim'],
      body: OTHER,
      file: file(),
    });
    expect(answer.location).toBeNull();
    expect(answer.html).toContain('این مورد یافت نشد.');
    expect(written()).toEqual(before);
  });
});

describe('a report for many bodies, one of which is somebody else’s', () => {
  const page = (deed: string) => `/my/grid/report?do=${deed}&programme=${PROGRAMME}&step=NT3`;
  const FORMS: Record<string, { fields: Record<string, string | File>; path: string }> = {
    claim: { path: page('claim'), fields: { letterNumber: '۱', letterOn: '1397/09/16', file: file() } },
    block: { path: page('block'), fields: { cause: 'no_budget', turn: 'body', note: 'x' } },
    check_in: { path: '/my/grid/report?do=check_in', fields: {} },
  };

  test.each(Object.keys(FORMS))('%s: is not found, and nothing is written', async (deed) => {
    const villages = await visitPlainly({ ...demoAccount('liaison'), username: 'dehyari' });
    const { path, fields } = FORMS[deed] ?? { path: '', fields: {} };
    const before = written();
    const answer = await villages.send(path, `joint-${deed}`, { ...fields, body: OTHER, 'targets[]': `${OTHER}:` });
    expect(answer.location).toBeNull();
    expect(answer.html).toContain('این مورد یافت نشد.');
    expect(written()).toEqual(before);
  });
});

test('a message of somebody else cannot be marked as read', async () => {
  const messages = demoRows<{ id: number }>(
    `select e.id from events e join bodies b on b.id = e.body_id where b.code = ? and e.kind = 'return' limit 1`,
    OTHER,
  );
  expect(messages).toHaveLength(1);
  const before = written();
  const { status } = await visitor.send('/my/inbox', 'reads', { key: `e:${messages[0]?.id ?? 0}` });
  expect(status).toBeLessThan(500);
  expect(written()).toEqual(before);
});
