import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { CheckboxField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { isCivilDate, type CivilDate } from '@/lib/calendar/civil-date';
import { readDraft } from '@/lib/drafts';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { isAppError } from '@/lib/errors';
import { REPORTS } from '@/lib/messages/reports';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { checkBeforeIssue, type EditionCheck } from '@/lib/services/edition-check';
import type { ServiceContext } from '@/lib/services/service-context';
import { issueReport } from './actions';

export const metadata: Metadata = { title: REPORTS.issueNew };

function Checks({ check }: { check: EditionCheck }) {
  return (
    <div className="stacked">
      {check.isFinished ? (
        <Note tone="ok">{REPORTS.checkFinished}</Note>
      ) : (
        <Note tone="warn">{REPORTS.checkUnfinished}</Note>
      )}
      {check.existingNumber === null ? (
        <Note tone="ok">{REPORTS.checkNoEdition}</Note>
      ) : (
        <Note tone="warn">{REPORTS.checkExists(check.existingNumber)}</Note>
      )}
      <Note tone={check.claimsOverTarget > 0 ? 'warn' : check.claims > 0 ? 'info' : 'ok'}>
        {REPORTS.checkClaims(check.claims, check.claimsOverTarget, check.reviewTargetDays)}{' '}
        {check.claims > 0 && <a href="/review">{REPORTS.review}</a>}
      </Note>
      <Note tone={check.silentBodies > 0 ? 'warn' : 'ok'}>
        {REPORTS.checkSilent(check.silentBodies, check.silentAfterDays)}
      </Note>
      <Note tone={check.lateBodies > 0 ? 'info' : 'ok'}>{REPORTS.checkLate(check.lateBodies)}</Note>
    </div>
  );
}

/** Null for a week before the programme or after today. */
function checkOrNothing(ctx: ServiceContext, week: CivilDate | null, programme: string | null): EditionCheck | null {
  try {
    return checkBeforeIssue(ctx, { week, programme });
  } catch (error) {
    if (isAppError(error, 'as_of_out_of_range')) return null;
    throw error;
  }
}

export default async function NewReportPage({
  searchParams,
}: {
  searchParams: Promise<{ week?: string | string[]; programme?: string | string[] }>;
}) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const week = typeof query.week === 'string' && isCivilDate(query.week) ? query.week : null;
  const programme = typeof query.programme === 'string' ? query.programme : null;
  const check = readOrNotFound(() => checkOrNothing(ctx, week, programme));
  if (check === null) notFound();
  const address = (path: string, day: CivilDate) =>
    `${path}?${new URLSearchParams({ week: day, ...(programme === null ? {} : { programme }) }).toString()}`;
  const from = formatDayMonth(check.weekStartOn);
  const to = formatDayMonth(check.weekEndOn);
  return (
    <div className="wrap page">
      <p className="crumb">
        <a href="/reports">{REPORTS.back}</a>
      </p>
      <h1>{REPORTS.newTitle(from, to)}</h1>
      <div className="row mb-4">
        {check.weekBefore !== null && (
          <LinkButton variant="quiet" size="sm" href={address('/reports/new', check.weekBefore)}>
            {REPORTS.weekBefore}
          </LinkButton>
        )}
        {check.weekAfter !== null && (
          <LinkButton variant="quiet" size="sm" href={address('/reports/new', check.weekAfter)}>
            {REPORTS.weekAfter}
          </LinkButton>
        )}
      </div>
      <div className="duo">
        <Section id="check" title={REPORTS.checkTitle} take={REPORTS.checkTake(formatDate(check.asOf))}>
          <Checks check={check} />
          <div className="row mt-4 mb-2">
            <LinkButton href={address('/reports/draft', check.weekEndOn)}>{REPORTS.preview}</LinkButton>
          </div>
          <p className="small muted">{REPORTS.previewHint}</p>
        </Section>
        {check.isFinished && (
          <Section id="issue-section" title={REPORTS.issueTitle} take={REPORTS.issueTake}>
            <ActionForm
              id="issue"
              action={issueReport}
              initialState={await readDraft('/reports/new', 'issue')}
              hidden={{ week: check.weekEndOn, ...(programme === null ? {} : { programme }) }}
            >
              <TextareaField
                name="remarks"
                label={REPORTS.remarksLabel}
                hint={REPORTS.remarksHint}
                rows={5}
                maxLength={3000}
                optional
              />
              {check.existingNumber !== null && (
                <CheckboxField
                  name="supersede"
                  label={REPORTS.supersedeLabel}
                  hint={REPORTS.supersedeHint(check.existingNumber)}
                />
              )}
              <SubmitButton>{REPORTS.issueButton(from, to)}</SubmitButton>
            </ActionForm>
          </Section>
        )}
      </div>
    </div>
  );
}
