import { parseJalaliDate, formatJalali } from '@/lib/calendar/jalali';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { getContact, setContact } from '@/lib/services/contact-settings';
import { grantDelegation, listDelegations, revokeDelegation } from '@/lib/services/delegations';
import { addUser, disableUser, enableUser, listUsers, resetPassword, unlockUser } from '@/lib/services/users';
import {
  listOption,
  onlyPositional,
  requiredOption,
  textOption,
  UsageError,
  type Command,
  type CommandGroup,
  type CommandInput,
} from '../command';

const PASSWORD_HELP =
  '--password-stdin      read the password from standard input; without it a temporary one is made up and printed';

function readRole(input: CommandInput): Role {
  const typed = requiredOption(input, 'role');
  const role = ROLES.find((each) => each === typed);
  if (role === undefined) throw new UsageError(`--role must be one of: ${ROLES.join(', ')}.`);
  return role;
}

function readDay(input: CommandInput, name: string): CivilDate {
  const parsed = parseJalaliDate(requiredOption(input, name));
  if (!parsed.ok) throw new UsageError(`--${name} must be a Jalali date such as 1397/10/15.`);
  return parsed.date;
}

async function readPassword(input: CommandInput): Promise<string | undefined> {
  if (input.values['password-stdin'] !== true) return undefined;
  const password = (await input.readStdin()).replace(/\r?\n$/, '');
  if (password === '') throw new UsageError('Standard input holds no password.');
  return password;
}

function passwordText(username: string, temporaryPassword: string | null): string {
  return temporaryPassword === null ? '' : `\nTemporary password of ${username}, shown once: ${temporaryPassword}`;
}

const add: Command = {
  summary: 'Adds a user, who has to change the password at the first sign-in.',
  usage:
    '--username NAME --role ROLE [--name "FULL NAME"] [--bodies CODE,CODE] [--district CODE] [--phone N] [--password-stdin]',
  help: [
    `--role                ${ROLES.join(' | ')}`,
    '--name                given and family name (default: the user name)',
    '--bodies              codes of the bodies a liaison reports for',
    '--district            liaison: all village administrations of the district; expert: limits reviews to it',
    PASSWORD_HELP,
  ],
  options: {
    username: { type: 'string' },
    role: { type: 'string' },
    name: { type: 'string' },
    bodies: { type: 'string' },
    district: { type: 'string' },
    phone: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  run: async (input) => {
    const username = requiredOption(input, 'username');
    const role = readRole(input);
    const district = textOption(input, 'district');
    if (district !== undefined && role !== 'liaison' && role !== 'expert') {
      throw new UsageError('--district is for the roles liaison and expert only.');
    }
    const password = await readPassword(input);
    const added = await addUser(
      input.getContext(),
      {
        username,
        role,
        name: textOption(input, 'name') ?? username,
        phone: textOption(input, 'phone') ?? null,
        bodyCodes: listOption(input, 'bodies'),
        districtCode: role === 'expert' ? (district ?? null) : null,
        scopeDistrictCodes: role === 'liaison' && district !== undefined ? [district] : [],
      },
      password === undefined ? {} : { password },
    );
    return {
      json: { username: added.username, role, temporaryPassword: added.temporaryPassword },
      text: `Added ${added.username} (${role}).${passwordText(added.username, added.temporaryPassword)}`,
    };
  },
};

const list: Command = {
  summary: 'Lists all users.',
  usage: '',
  run: (input) => {
    const users = listUsers(input.getContext());
    const describe = (user: (typeof users)[number]): string => {
      const scopes = [
        ...user.bodyCodes,
        ...user.scopeDistrictCodes,
        ...(user.districtCode === null ? [] : [user.districtCode]),
      ];
      const notes = [
        ...(user.isDisabled ? ['disabled'] : []),
        ...(user.mustChangePassword ? ['temporary password'] : []),
        ...(user.lockedMinutes > 0 ? [`locked for ${user.lockedMinutes} min`] : []),
      ];
      return [user.username, user.role, user.name, scopes.join(','), notes.join('; ')].join('\t').trimEnd();
    };
    return { json: { users }, text: users.map(describe).join('\n') };
  },
};

const delegate: Command = {
  summary: 'Lets an expert act for the deputy until a day, or takes that back.',
  usage: '--username NAME (--until 1397/10/15 [--from 1397/10/01] | --revoke)',
  options: {
    username: { type: 'string' },
    until: { type: 'string' },
    from: { type: 'string' },
    revoke: { type: 'boolean' },
  },
  run: (input) => {
    const username = requiredOption(input, 'username');
    if (input.values['revoke'] === true) {
      revokeDelegation(input.getContext(), username);
      return { json: { username, revoked: true }, text: `${username} no longer acts for the deputy.` };
    }
    const untilOn = readDay(input, 'until');
    const from = textOption(input, 'from') === undefined ? {} : { fromOn: readDay(input, 'from') };
    const ctx = input.getContext();
    grantDelegation(ctx, { username, untilOn, ...from });
    const granted = listDelegations(ctx).find((each) => each.untilOn === untilOn);
    const day = (date: CivilDate) => ({ jalali: formatJalali(date), iso: date });
    return {
      json: {
        username: granted?.username ?? username,
        from: day(granted?.fromOn ?? ctx.clock.today()),
        until: day(untilOn),
      },
      text: `${username} acts for the deputy until ${formatJalali(untilOn)}.`,
    };
  },
};

const reset: Command = {
  summary: 'Gives a user a new password, which has to be changed at the next sign-in; ends sessions and lock.',
  usage: '--username NAME [--password-stdin]',
  help: [PASSWORD_HELP],
  options: { username: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  run: async (input) => {
    const password = await readPassword(input);
    const { username, temporaryPassword } = await resetPassword(
      input.getContext(),
      requiredOption(input, 'username'),
      password,
    );
    return {
      json: { username, temporaryPassword },
      text: `${username} has a new password.${passwordText(username, temporaryPassword)}`,
    };
  },
};

const SWITCH: Readonly<Record<string, boolean>> = { on: true, off: false };

function readSwitch(input: CommandInput, name: string): boolean | undefined {
  const typed = textOption(input, name);
  if (typed === undefined) return undefined;
  const value = SWITCH[typed];
  if (value === undefined) throw new UsageError(`--${name} must be on or off.`);
  return value;
}

const contact: Command = {
  summary: 'Sets where a user is told by e-mail and SMS; what is left out stays.',
  usage: '--username NAME [--email ADDRESS] [--mobile NUMBER] [--by-email on|off] [--by-sms on|off]',
  help: ['--email, --mobile     an empty text takes the address away'],
  options: {
    username: { type: 'string' },
    email: { type: 'string' },
    mobile: { type: 'string' },
    'by-email': { type: 'string' },
    'by-sms': { type: 'string' },
  },
  run: (input) => {
    const ctx = input.getContext();
    const username = requiredOption(input, 'username');
    setContact(ctx, username, {
      email: textOption(input, 'email'),
      mobile: textOption(input, 'mobile'),
      wantsEmail: readSwitch(input, 'by-email'),
      wantsSms: readSwitch(input, 'by-sms'),
    });
    const { email, phone, wantsEmail, wantsSms } = getContact(ctx, username);
    const part = (name: string, address: string | null, wants: boolean) =>
      `${name} ${address ?? 'none'}${wants ? '' : ' (off)'}`;
    return {
      json: { username, email, phone, wantsEmail, wantsSms },
      text: `${username}: ${part('e-mail', email, wantsEmail)}, ${part('telephone', phone, wantsSms)}.`,
    };
  },
};

function simple(
  summary: string,
  done: string,
  run: (ctx: ReturnType<CommandInput['getContext']>, username: string) => void,
): Command {
  return {
    summary,
    usage: 'NAME',
    run: (input) => {
      const username = onlyPositional(input, 'NAME');
      run(input.getContext(), username);
      return { json: { username }, text: `${username} ${done}.` };
    },
  };
}

export const commands: CommandGroup = {
  add,
  list,
  delegate,
  contact,
  'reset-password': reset,
  disable: simple('Closes an account; history keeps its name.', 'is disabled', disableUser),
  enable: simple('Opens a closed account again.', 'is enabled', enableUser),
  unlock: simple('Ends a lock after too many failed sign-ins.', 'may try again', unlockUser),
};
