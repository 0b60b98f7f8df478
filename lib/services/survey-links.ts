import { randomInt } from 'node:crypto';
import { findSurveyLink, insertSurveyLink } from '@/db/queries/surveys';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { loadBody, resourceOf } from './milestone-subject';
import { authorise, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

export const SURVEY_LINK_DEEDS = ['open', 'renew', 'close'] as const;
export type SurveyLinkDeed = (typeof SURVEY_LINK_DEEDS)[number];

/** Small letters and digits that nobody confuses on paper; twelve of them are 59 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

const newToken = () => Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/**
 * Opens the address by which clients of a body answer without an account, gives it another one (posters that hang somewhere then lead
 * nowhere), or closes it.
 *
 * @param expectedLinkId the newest version that the person saw; null for none
 * @throws AppError `not_found`, `forbidden`; `conflict` (`survey_link_meanwhile`) where it was changed meanwhile; `read_only_clock`
 */
export function changeSurveyLink(
  ctx: ServiceContext,
  {
    bodyCode,
    deed,
    expectedLinkId,
  }: { readonly bodyCode: string; readonly deed: SurveyLinkDeed; readonly expectedLinkId: number | null },
): void {
  writeTransaction(ctx, (tx) => {
    const body = loadBody(ctx, tx, bodyCode);
    authorise(ctx, 'survey.record', resourceOf(body));
    const current = findSurveyLink(tx, body.id);
    const isOpen = typeof current?.token === 'string';
    if ((current?.id ?? null) !== expectedLinkId || isOpen === (deed === 'open')) {
      throw new AppError('conflict', { reason: 'survey_link_meanwhile', bodyCode });
    }
    insertSurveyLink(tx, {
      bodyId: body.id,
      token: deed === 'close' ? null : newToken(),
      recordedOn: ctx.clock.today(),
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.isSystem ? null : ctx.actor.id,
    });
    recordAudit(ctx, tx, { action: `survey.${deed}_link`, subjectType: 'body', subjectKey: body.code });
  });
}
