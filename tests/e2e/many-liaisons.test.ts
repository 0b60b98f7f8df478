import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '../support/browser';
import { demoRows } from '../support/demo-rows';
import { ownDemo } from '../support/own-demo';
import { hiddenFields, visitPlainly, type PlainVisitor } from '../support/plain-forms';

beforeAll(async () => {
  await ownDemo();
});

const countEvents = () => demoRows<{ count: number }>('select count(*) as count from events')[0]?.count ?? 0;

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
  const before = countEvents();
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
  expect(countEvents()).toBe(before + 20);
});
