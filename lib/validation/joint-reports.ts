import { z } from 'zod';
import { BLOCK_CAUSES, TURNS } from '@/lib/domain/vocabulary';
import { JOINT } from '@/lib/messages/villages';
import { evidenceFields, optionalJalaliDay, optionalText } from './evidence';

const code = z.string().min(1).max(60);
const CHOOSE = 'یکی را برگزینید.';

/** One body as a box carries it: its code, and the last event that was seen of its step. */
export function targetValue(target: { readonly code: string; readonly lastEventId: number | null }): string {
  return `${target.code}:${target.lastEventId ?? ''}`;
}

const targets = z
  .array(z.string().regex(/^.{1,60}:\d{0,12}$/), { error: JOINT.pick })
  .min(1, { error: JOINT.pick })
  .max(500, { error: JOINT.mostPicked })
  .transform((values) =>
    values.map((value) => {
      const colon = value.lastIndexOf(':');
      const seen = value.slice(colon + 1);
      return { bodyCode: value.slice(0, colon), expectedLastEventId: seen === '' ? null : Number(seen) };
    }),
  );

const stepFields = { targets, body: code, milestone: code, programme: code, note: optionalText };

export const jointClaimSchema = z.object({ ...stepFields, ...evidenceFields, occurredOn: optionalJalaliDay });

export const jointBlockSchema = z.object({
  ...stepFields,
  cause: z.enum(BLOCK_CAUSES, { error: CHOOSE }),
  turn: z.enum(TURNS, { error: CHOOSE }).exclude(['unknown'], { error: CHOOSE }),
});

export const jointCheckInSchema = z.object({ targets });
