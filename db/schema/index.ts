/** All tables in one object, as drizzle wants them. The one file of its kind: everything else imports the table's own file. */
export * from './audit-log';
export * from './bodies';
export * from './decisions';
export * from './desk-checks';
export * from './editions';
export * from './events';
export * from './evidence-examples';
export * from './indicators';
export * from './inspections';
export * from './letters';
export * from './notifications';
export * from './programmes';
export * from './submissions';
export * from './surveys';
export * from './users';
