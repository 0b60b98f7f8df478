import { findBodyId } from '@/db/queries/reference-as-of';
import { insertSurveyLink, insertSurveyResponse } from '@/db/queries/surveys';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { SampleReference } from '@/db/seed/demo/milestone-chain';
import { sampleResponses, sampleSurveyBodies } from '@/db/seed/demo/survey-answers';
import { figuresOfResponse } from '@/lib/domain/survey';
import { recordAudit } from './audit';
import type { ServiceContext } from './service-context';
import { surveyItemsOn } from './survey-responses';
import { writeTransaction } from './write-transaction';

/** Opens the addresses for clients, on the day of the context. */
export function playSurveyLinks(ctx: ServiceContext, reference: SampleReference): void {
  writeTransaction(ctx, (tx) => {
    for (const { code, token } of sampleSurveyBodies(reference)) {
      const bodyId = findBodyId(tx, code);
      if (token === null || bodyId === null) continue;
      const recordedAt = ctx.clock.now().toISOString();
      insertSurveyLink(tx, { bodyId, token, recordedOn: ctx.clock.today(), recordedAt, recordedBy: null });
      recordAudit(ctx, tx, { action: 'survey.open_link', subjectType: 'body', subjectKey: code });
    }
  });
}

export type SampleResponse = ReturnType<typeof sampleResponses>[number];

/** What the clients of the sample answer, by the day on which it is recorded. */
export function planResponses(
  ctx: Pick<ServiceContext, 'db' | 'clock'>,
  reference: SampleReference,
): ReadonlyMap<CivilDate, readonly SampleResponse[]> {
  const byDay = new Map<CivilDate, SampleResponse[]>();
  for (const response of sampleResponses(reference, surveyItemsOn(ctx.db, ctx.clock.today()))) {
    byDay.set(response.recordedOn, [...(byDay.get(response.recordedOn) ?? []), response]);
  }
  return byDay;
}

/** What clients answered on the day of the context. Responses carry no instant, so their order within the day tells nothing. */
export function playResponses(ctx: ServiceContext, responses: readonly SampleResponse[]): void {
  const items = surveyItemsOn(ctx.db, ctx.clock.today());
  writeTransaction(ctx, (tx) => {
    for (const { code, answers, ...response } of responses) {
      const bodyId = findBodyId(tx, code);
      if (bodyId === null) throw new Error(`The sample asks clients of ${code}, which is not there.`);
      insertSurveyResponse(tx, {
        ...response,
        ...{ bodyId, answers, recordedBy: null },
        ...figuresOfResponse(items, answers),
      });
    }
    recordAudit(ctx, tx, {
      action: 'survey.record',
      subjectType: 'import',
      subjectKey: ctx.clock.today(),
      details: { dataRows: responses.length },
    });
  });
}
