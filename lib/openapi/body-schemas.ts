import { MILESTONE_ACTORS, MILESTONE_STATES } from '@/lib/domain/vocabulary';
import { bool, count, list, number, object, orNull, ratio, ref, text, words } from './schema-words';
import type { Schema } from './types';

const GROUNDS = [
  'overdue',
  'blocked',
  'due_soon',
  'quiet',
  'waits_for_review',
  'waits_for_governorate',
  'past_deadline',
] as const;

const district = object({ code: text('Official area code.'), name: text() });
const ratios = {
  planned: orNull(ratio('null where the track is wholly exempt.')),
  claimed: orNull(ratio()),
  verified: orNull(ratio()),
};
const silentDays = orNull(count('Days since the last report of its own, or since its first track began.'));

export const BODY_SCHEMAS: Readonly<Record<string, Schema>> = {
  BodyRow: object({
    code: text(),
    name: text(),
    category: ref('Category'),
    district,
    officialCode: orNull(text()),
    providesPublicService: bool(),
    status: ref('Status'),
    verified: orNull(ratio('Mean over the tracks that pass the filter; null when all are exempt.')),
    silentDays,
    tracks: list(object({ code: text('Code of the track.'), status: ref('Status'), ...ratios })),
  }),
  Bodies: object({ asOf: ref('Date'), programme: text(), bodies: list(ref('BodyRow')) }),
  StatusGround: object(
    {
      milestone: text('Code of the milestone.'),
      ground: words(GROUNDS),
      days: orNull(count('Days late, days to go, or days without an event, by the ground.')),
    },
    'What made the rule of a status true.',
  ),
  BodyMilestone: object({
    code: text(),
    title: text(),
    actor: words(MILESTONE_ACTORS, 'No body is late for a step of the governorate.'),
    weight: number('Points inside the track.'),
    state: words(MILESTONE_STATES),
    baselineDue: ref('Date'),
    due: ref('Date'),
    isAfterDeadline: bool('An internal due date past the deadline of the directive.'),
    daysLate: count('0 while not overdue.'),
  }),
  BodyTrack: object({
    code: text(),
    title: text(),
    deadline: ref('Date'),
    ...ratios,
    status: ref('Status'),
    reasons: list(ref('StatusGround')),
    milestones: list(ref('BodyMilestone')),
  }),
  Body: object({
    asOf: ref('Date'),
    programme: text(),
    code: text(),
    name: text(),
    category: ref('Category'),
    district,
    officialCode: orNull(text()),
    status: orNull(ref('Status')),
    silentDays,
    lastReport: orNull(ref('Date')),
    tracks: list(ref('BodyTrack')),
  }),
};
