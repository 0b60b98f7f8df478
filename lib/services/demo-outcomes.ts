import { planReadings, type SampleForm } from '@/db/seed/demo/readings';
import { findBodyId } from '@/db/queries/bodies';
import { SAMPLE_SEED } from '@/db/seed/demo/history';
import type { SampleReference } from '@/db/seed/demo/milestone-chain';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { isAppError } from '@/lib/errors';
import { readingField, recordReadings } from './indicator-readings';
import type { ServiceContext } from './service-context';

/** Where the form asks why: what a liaison of the sample answers. */
const EXPLANATIONS = [
  'شمار مراجعه این ماه با ماه پیش فرق داشت.',
  'یکی از همکاران باجه در مرخصی بود.',
  'شیوهٔ شمارش از این ماه دقیق‌تر شد.',
] as const;

/** The sample's readings by the day on which they are recorded, in the order of that day. */
export function planOutcomes(reference: SampleReference): ReadonlyMap<CivilDate, readonly SampleForm[]> {
  const days = new Map<CivilDate, SampleForm[]>();
  for (const form of planReadings(reference, SAMPLE_SEED)) {
    days.set(form.recordedOn, [...(days.get(form.recordedOn) ?? []), form]);
  }
  for (const forms of days.values()) forms.sort((a, b) => a.minute - b.minute);
  return days;
}

/** Fills in one form of the sample as the body's liaison, and explains what the form asks about. */
export function playReadings(liaisonAt: (minute: number) => ServiceContext, form: SampleForm): void {
  const base = liaisonAt(form.minute);
  const bodyId = findBodyId(base.db, form.bodyCode);
  if (bodyId === null) throw new Error(`The sample reports for ${form.bodyCode}, which is not there.`);
  const ctx = { ...base, actor: { ...base.actor, bodyIds: new Set([bodyId]) } };
  const record = (asked: ReadonlySet<string>) =>
    recordReadings(ctx, {
      bodyCode: form.bodyCode,
      month: form.month,
      entries: form.readings.map((reading, index) => ({
        ...reading,
        note: asked.has(readingField(reading.code, 'note'))
          ? (EXPLANATIONS[index % EXPLANATIONS.length] ?? null)
          : null,
      })),
    });
  try {
    record(new Set());
  } catch (error) {
    if (!isAppError(error, 'invalid_input')) throw error;
    record(new Set((error.details['issues'] as { readonly field: string }[]).map(({ field }) => field)));
  }
}
