import { SAMPLE_DECISIONS, type SampleDecision } from '@/db/seed/demo/meetings';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { concludeDecision, recordDecision } from './decisions';
import { listDecisions } from './meeting';
import type { ServiceContext } from './service-context';

/** Minute of the day at which the sample writes down what became of earlier promises, and what its meeting decided. */
const OUTCOMES_AT = 14 * 60;
const MEETING_AT = 15 * 60;

/** Records what the sample's meetings decided on a day, and what became of earlier decisions, as the deputy. */
export function playMeetings(deputyAt: (minute: number) => ServiceContext, day: CivilDate): void {
  for (const sample of SAMPLE_DECISIONS) {
    if (sample.outcome?.recordedOn !== day) continue;
    const { outcome, occurredOn, note } = sample.outcome;
    const ctx = deputyAt(OUTCOMES_AT);
    concludeDecision(ctx, {
      number: numberOf(ctx, sample),
      outcome,
      occurredOn,
      note,
      expectedOutcomeId: null,
    });
  }
  for (const { meetingOn, text, owner, body, milestone, promisedOn } of SAMPLE_DECISIONS) {
    if (meetingOn === day)
      recordDecision(deputyAt(MEETING_AT), { meetingOn, text, owner, body, milestone, promisedOn });
  }
}

/** The number that the programme gave a decision of the sample: those of other programmes do not count. */
function numberOf(ctx: ServiceContext, sample: SampleDecision): number {
  const found = listDecisions(ctx).rows.find(({ text }) => text === sample.text);
  if (found === undefined) throw new Error(`The sample concludes a decision that was not made: ${sample.text}`);
  return found.number;
}
