import { expect, test } from 'vitest';
import { can } from '@/lib/domain/permissions';
import { isAppError } from '@/lib/errors';
import { listAudit } from '@/lib/services/audit';
import { createToken, findTokenActor, listTokens, revokeToken } from '@/lib/services/tokens';
import { testContext } from '@/tests/support/database';

test('a token is shown once, found again by its text, reads what a viewer reads and writes nothing', () => {
  const ctx = testContext({ role: 'admin' });
  const { token, id } = createToken(ctx, { name: ' پورتال ' });
  expect(token).toMatch(/^mzb_[\w-]{43}$/);
  expect(JSON.stringify(ctx.db.$client.prepare('select * from api_tokens').all())).not.toContain(token);
  const actor = findTokenActor(ctx, token);
  if (actor === null) throw new Error('token not found');
  expect(actor).toMatchObject({ id: `token:${id}`, name: 'پورتال', role: 'viewer' });
  expect(can(actor, 'progress.read')).toBe(true);
  expect(can(actor, 'evidence.upload')).toBe(false);
  expect(listTokens(ctx)[0]?.lastUsedAt).not.toBeNull();
});

test('an unknown, changed or revoked token leads to nobody', () => {
  const ctx = testContext({ role: 'admin' });
  const { token, id } = createToken(ctx, { name: 'x' });
  expect(findTokenActor(ctx, `${token}x`)).toBeNull();
  expect(findTokenActor(ctx, 'mzb_')).toBeNull();
  revokeToken(ctx, id);
  revokeToken(ctx, id);
  expect(findTokenActor(ctx, token)).toBeNull();
  const audit = listAudit(ctx, { action: 'token.' }).rows;
  expect(audit.map((row) => row.action)).toEqual(['token.revoke', 'token.create']);
  expect(JSON.stringify(audit)).not.toContain(token);
});

test.each(['deputy', 'expert', 'liaison', 'viewer'] as const)('a %s may not make tokens', (role) => {
  const ctx = testContext({ role });
  try {
    createToken(ctx, { name: 'x' });
  } catch (error) {
    expect(isAppError(error, 'forbidden')).toBe(true);
  }
  expect(ctx.db.$client.prepare('select count(*) from api_tokens').pluck().get()).toBe(0);
});
