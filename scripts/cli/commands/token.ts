import { createToken, listTokens, revokeToken } from '@/lib/services/tokens';
import { onlyPositional, requiredOption, UsageError, type CommandGroup } from '../command';

export const commands: CommandGroup = {
  create: {
    summary: 'Makes a read-only API token and prints it; it is shown once.',
    usage: '--name NAME',
    options: { name: { type: 'string' } },
    run: (input) => {
      const created = createToken(input.getContext(), { name: requiredOption(input, 'name') });
      return { json: created, text: created.token };
    },
  },
  list: {
    summary: 'Lists tokens, without their text.',
    usage: '',
    run: (input) => {
      const tokens = listTokens(input.getContext());
      const lines = tokens.map((token) =>
        [token.id, `${token.prefix}…`, token.name, token.revokedAt === null ? '' : 'revoked'].join('\t').trimEnd(),
      );
      return { json: { tokens }, text: lines.join('\n') };
    },
  },
  revoke: {
    summary: 'Ends a token for good.',
    usage: 'ID',
    run: (input) => {
      const id = Number(onlyPositional(input, 'ID'));
      if (!Number.isSafeInteger(id)) throw new UsageError('ID must be a number; "token list" shows it.');
      revokeToken(input.getContext(), id);
      return { json: { id, revoked: true }, text: `Token ${id} is revoked.` };
    },
  },
};
