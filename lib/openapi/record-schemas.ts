import { REPORT_SECTIONS } from '@/lib/domain/edition';
import { ANSWER_OUTCOMES, BLOCK_CAUSES, EVENT_KINDS, EVENT_SIDES, REQUEST_KINDS, TURNS } from '@/lib/domain/vocabulary';
import { bool, count, list, object, orNull, ref, text, words } from './schema-words';
import type { Schema } from './types';

const instant: Schema = { type: 'string', format: 'date-time', description: 'UTC.' };

const edition = {
  number: count(),
  programme: text(),
  weekStart: ref('Date'),
  weekEnd: ref('Date'),
  issuedOn: ref('Date'),
  issuedAt: instant,
  issuedBy: text(),
  verificationCode: text('Printed on paper; leads back to the edition.'),
  sha256: text('SHA-256 of the frozen document as it is stored.'),
};

export const RECORD_SCHEMAS: Readonly<Record<string, Schema>> = {
  Event: object(
    {
      id: count('Grows with recordedOn; never changes.'),
      kind: words(EVENT_KINDS),
      body: text('Code of the body.'),
      programme: orNull(text('Null for events about a body as a whole.')),
      milestone: orNull(text()),
      occurredOn: ref('Date'),
      recordedOn: ref('Date'),
      recordedAt: instant,
      side: words(EVENT_SIDES, "Whose event it is; only the body's own break its silence."),
      actor: text('Name of the person as known then.'),
      byDelegate: bool(),
      onBehalf: bool("Recorded by an expert from the body's signed paper."),
      selfDeclared: bool('The governorate verified its own claim.'),
      isImported: bool(),
      note: orNull(text()),
      cause: orNull(words(BLOCK_CAUSES)),
      turn: orNull(words(TURNS)),
      due: orNull(ref('Date')),
      requestKind: orNull(words(REQUEST_KINDS)),
      outcome: orNull(words(ANSWER_OUTCOMES)),
      refersTo: orNull(count('Id of the event it answers or takes back.')),
    },
    'Events are never changed or deleted.',
  ),
  Events: object({
    events: list(ref('Event')),
    next: orNull(count('Id to ask after for the next page; null at the end.')),
  }),
  ReportRow: object(edition),
  Reports: object({ reports: list(ref('ReportRow'), 'Newest first.') }),
  Report: object({
    ...edition,
    isSummary: bool('True for liaisons: lists hold their own bodies only.'),
    report: {
      type: 'object',
      description:
        'The frozen edition: figures raw, sentences in Persian. Members are added with a higher `format` only.',
      properties: {
        format: count(),
        header: { type: 'object' },
        sections: list(
          words(REPORT_SECTIONS),
          'Optional parts that the edition has; the members of the others are empty. Since format 3; absent: all.',
        ),
      },
      required: ['format', 'header', 'trackRows', 'byCategory', 'byDistrict', 'late', 'silent'],
    },
  }),
  Health: object({ status: { type: 'string', const: 'ok' } }),
};
