import type { CommandGroup } from './command';

interface Noun {
  readonly summary: string;
  /** Loaded when asked for only: a command that needs little starts fast. */
  readonly load: () => Promise<{ readonly commands: CommandGroup }>;
}

/** Every noun of the command line and the file that knows its verbs. */
export const NOUNS: Readonly<Record<string, Noun>> = {
  migrate: { summary: 'bring the database up to date', load: () => import('./commands/migrate') },
  user: { summary: 'people: add, list, delegate, reset-password, …', load: () => import('./commands/user') },
  token: { summary: 'read-only API tokens: create, list, revoke', load: () => import('./commands/token') },
  import: { summary: 'programme, bodies, history from files', load: () => import('./commands/import') },
  export: { summary: 'bodies, progress, events as csv, xlsx or json', load: () => import('./commands/export') },
  report: { summary: 'weekly reports: issue, pdf, file, archive', load: () => import('./commands/report') },
  notify: { summary: 'e-mail and SMS: send what is due', load: () => import('./commands/notify') },
  demo: { summary: 'the sample county with its history', load: () => import('./commands/demo') },
  backup: { summary: 'write everything to one file', load: () => import('./commands/backup') },
  restore: { summary: 'put a backup in the place of the data folder', load: () => import('./commands/restore') },
  verify: { summary: 'check the data folder, or a backup file', load: () => import('./commands/verify') },
};
