import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoAccount } from '../support/browser';
import { demoRows } from '../support/demo-rows';
import { ownDemo } from '../support/own-demo';
import { hiddenFields, visitPlainly, type PlainVisitor } from '../support/plain-forms';

const OWN = 'EA-002';
const OTHER = 'EA-001';

beforeAll(async () => {
  await ownDemo();
});

/** Everything that a report could have written. */
const written = () =>
  demoRows<Record<string, number>>(
    `select (select count(*) from events) as events, (select count(*) from evidence) as evidence,
            (select count(*) from uploads) as uploads, (select count(*) from audit_log) as audit`,
  )[0];

/** What a page says went wrong. */
const alertOf = (html: string) =>
  /role="alert"[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1]?.replace(/<[^>]*>/g, ' ') ?? 'no answer';

/** Gives each of the first bodies with a step to report a liaison of its own, with the password of the demonstration's liaison. */
async function addLiaisons(count: number): Promise<{ username: string; body: string; milestone: string }[]> {
  const { dataDir } = await ownDemo();
  const db = new Database(path.join(dataDir, 'mizban.db'));
  const added = db
    .prepare<[number], { bodyId: number; body: string }>(
      `select b.id as bodyId, b.code as body from bodies b
        where b.code glob 'EA-*' and b.id not in (select body_id from user_scopes where body_id is not null)
        order by b.code limit ?`,
    )
    .all(count);
  const now = Date.now();
  db.transaction(() => {
    for (const [index, { bodyId }] of added.entries()) {
      const id = `many-${index}`;
      db.prepare(
        `insert into users (id, username, display_username, name, email, email_verified, created_at, updated_at, role, must_change_password)
         values (?, ?, ?, ?, ?, 0, ?, ?, 'liaison', 0)`,
      ).run(id, id, id, `رابط ${index}`, `${id}@example.invalid`, now, now);
      db.prepare(
        `insert into accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
         select ?, ?, 'credential', ?, a.password, ?, ? from accounts a join users u on u.id = a.user_id where u.username = ?`,
      ).run(id, id, id, now, now, demoAccount('liaison').username);
      db.prepare('insert into user_scopes (user_id, body_id) values (?, ?)').run(id, bodyId);
    }
  })();
  db.close();
  return added.map(({ body }, index) => ({ username: `many-${index}`, body, milestone: '' }));
}

/** The first own step that can be reported as done. */
async function firstStep(visitor: PlainVisitor, body: string): Promise<string> {
  const { html } = await visitor.get(`/my?body=${body}`);
  for (const [, step] of html.matchAll(new RegExp(`href="(/my/${body}/[A-Z0-9]+)[?"]`, 'g'))) {
    if (step && hiddenFields((await visitor.get(step)).html, 'step-claim')) return step;
  }
  throw new Error(`${body} has no step to report.`);
}

test('twenty liaisons report at the same moment: twenty events, twenty receipts, and the data are sound', async () => {
  const { password } = demoAccount('liaison');
  const people = await addLiaisons(20);
  expect(people).toHaveLength(20);
  const before = written();
  const ready = await Promise.all(
    people.map(async ({ username, body }) => {
      const visitor = await visitPlainly({ username, password });
      return { visitor, body, step: await firstStep(visitor, body) };
    }),
  );
  const answers = await Promise.all(
    ready.map(({ visitor, step }, index) =>
      visitor.send(step, 'step-claim', {
        letterNumber: `${index}/همزمان`,
        letterOn: '1397/09/16',
        url: 'https://desk.example/',
        file: new File([`%PDF-1.4\n%${index}\n`], `${index}.pdf`, { type: 'application/pdf' }),
      }),
    ),
  );
  const receipts = answers.map(({ location, html }) => location ?? alertOf(html));
  for (const receipt of receipts) expect(receipt).toMatch(/^\/my\/receipts\/\d+\?new=1$/);
  expect(new Set(receipts).size).toBe(20);
  const letters = demoRows<{ letter: string }>(
    `select distinct letter_number as letter from evidence where letter_number like '%همزمان'`,
  );
  expect(letters).toHaveLength(20);
  expect(written()?.['events']).toBe((before?.['events'] ?? 0) + 20);
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
  let visitor: PlainVisitor;
  /** An own page that has the form, by what the form does. */
  const pages = new Map<string, string>();

  beforeAll(async () => {
    visitor = await visitPlainly(demoAccount('liaison'));
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
});
