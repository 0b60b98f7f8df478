import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DoneNote } from '@/components/admin/done-note';
import { EditionChecks } from '@/components/reports/edition-checks';
import { MissedWeeks } from '@/components/reports/missed-weeks';
import { RemarksSection } from '@/components/reports/remarks-section';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { CheckboxField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { isCivilDate, type CivilDate } from '@/lib/calendar/civil-date';
import { readDraft } from '@/lib/drafts';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { isAppError } from '@/lib/errors';
import { EDITION_CHECK } from '@/lib/messages/edition-check';
import { REPORTS } from '@/lib/messages/reports';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { checkBeforeIssue, type EditionCheck } from '@/lib/services/edition-check';
import { REMARKS_LENGTH } from '@/lib/services/edition-remarks';
import type { ServiceContext } from '@/lib/services/service-context';
import { queryValue } from '@/lib/validation/progress';
import { issueReport, saveRemarks } from './actions';
import { newReportPath } from './address';
import { checkRows } from './check-rows';
import './new.css';

export const metadata: Metadata = { title: REPORTS.issueNew };

/** Null for a week before the programme or after today. */
function checkOrNothing(ctx: ServiceContext, week: CivilDate | null, programme: string | null): EditionCheck | null {
  try {
    return checkBeforeIssue(ctx, { week, programme });
  } catch (error) {
    if (isAppError(error, 'as_of_out_of_range')) return null;
    throw error;
  }
}

async function RemarksForm({ check, programme }: { check: EditionCheck; programme: string | null }) {
  const [newest] = check.remarks;
  return (
    <ActionForm
      id="remarks-form"
      action={saveRemarks}
      initialState={await readDraft('/reports/new', 'remarks-form')}
      hidden={{
        week: check.weekEndOn,
        seen: newest === undefined ? '' : String(newest.id),
        ...(programme === null ? {} : { programme }),
      }}
    >
      <TextareaField
        name="remarks"
        label={EDITION_CHECK.remarksLabel}
        hint={EDITION_CHECK.remarksHint}
        rows={6}
        maxLength={REMARKS_LENGTH}
        optional
        defaultValue={newest?.text ?? ''}
      />
      <SubmitButton variant="default">{EDITION_CHECK.remarksSave}</SubmitButton>
    </ActionForm>
  );
}

async function IssueForm({ check, programme }: { check: EditionCheck; programme: string | null }) {
  const { existingNumber } = check.facts;
  return (
    <ActionForm
      id="issue"
      action={issueReport}
      initialState={await readDraft('/reports/new', 'issue')}
      hidden={{
        week: check.weekEndOn,
        replaces: existingNumber === null ? '' : String(existingNumber),
        ...(programme === null ? {} : { programme }),
      }}
    >
      {existingNumber !== null && (
        <CheckboxField name="supersede" label={REPORTS.supersedeLabel} hint={REPORTS.supersedeHint(existingNumber)} />
      )}
      <SubmitButton>
        {REPORTS.issueButton(formatDayMonth(check.weekStartOn), formatDayMonth(check.weekEndOn))}
      </SubmitButton>
    </ActionForm>
  );
}

/** Everything about one week before its report is issued: the check, the deputy's paragraphs, the issue itself, and weeks that were missed. */
export default async function NewReportPage({ searchParams }: PageProps<'/reports/new'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const asked = queryValue(query, 'week');
  const week = asked !== null && isCivilDate(asked) ? asked : null;
  const programme = queryValue(query, 'programme');
  const check = readOrNotFound(() => checkOrNothing(ctx, week, programme));
  if (check === null) notFound();
  const rows = checkRows(check, programme);
  const others = check.missedWeeks.filter(({ weekStartOn }) => weekStartOn !== check.weekStartOn);
  const from = formatDayMonth(check.weekStartOn);
  const to = formatDayMonth(check.weekEndOn);
  return (
    <div className="wrap page">
      <p className="crumb">
        <a href="/reports">{REPORTS.back}</a>
      </p>
      <h1>{REPORTS.newTitle(from, to)}</h1>
      <DoneNote done={queryValue(query, 'done')} words={{ remarks: EDITION_CHECK.remarksSaved }} />
      <div className="row mb-4">
        {check.weekBefore !== null && (
          <LinkButton variant="quiet" size="sm" href={newReportPath(check.weekBefore, programme)}>
            {REPORTS.weekBefore}
          </LinkButton>
        )}
        {check.weekAfter !== null && (
          <LinkButton variant="quiet" size="sm" href={newReportPath(check.weekAfter, programme)}>
            {REPORTS.weekAfter}
          </LinkButton>
        )}
      </div>
      <div className="duo">
        <Section
          id="check"
          title={REPORTS.checkTitle}
          take={`${REPORTS.checkTake(formatDate(check.asOf))} ${EDITION_CHECK.toMend(rows.filter(({ tone }) => tone === 'warn').length)}`}
        >
          <EditionChecks rows={rows} />
          <div className="row mt-4 mb-2">
            <LinkButton href={newReportPath(check.weekEndOn, programme, '/reports/draft')}>
              {REPORTS.preview}
            </LinkButton>
          </div>
          <p className="small muted">{REPORTS.previewHint}</p>
        </Section>
        <div>
          <RemarksSection remarks={check.remarks}>
            {check.mayWriteRemarks ? <RemarksForm check={check} programme={programme} /> : undefined}
          </RemarksSection>
          <Section
            id="issue-section"
            title={REPORTS.issueTitle}
            take={check.facts.isFinished ? REPORTS.issueTake : REPORTS.issueUnfinished}
          >
            {check.facts.isFinished && <IssueForm check={check} programme={programme} />}
          </Section>
        </div>
      </div>
      <MissedWeeks
        weeks={others.map(({ weekStartOn, weekEndOn }) => ({
          href: newReportPath(weekEndOn, programme),
          label: REPORTS.weekOf(formatDate(weekStartOn), formatDate(weekEndOn)),
        }))}
      />
    </div>
  );
}
