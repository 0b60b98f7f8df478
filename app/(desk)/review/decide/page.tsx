import type { Metadata } from 'next';
import { ExampleChoices } from '@/components/examples/example-choices';
import { EvidenceFields } from '@/components/evidence/evidence-fields';
import { MilestoneHistory } from '@/components/milestones/milestone-history';
import { MilestoneStateTag } from '@/components/status/status-tag';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { TRANSITIONS } from '@/lib/domain/transitions';
import type { MilestoneEventKind } from '@/lib/domain/vocabulary';
import { readDraft } from '@/lib/drafts';
import { EXAMPLES } from '@/lib/messages/examples';
import { EVENT_VERBS, MILESTONES, stepName } from '@/lib/messages/milestones';
import { STEP_FORMS } from '@/lib/messages/my';
import { DECISION_HINTS, REVIEW } from '@/lib/messages/review';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { listExampleChoices } from '@/lib/services/evidence-examples';
import { findOwnUpload } from '@/lib/services/evidence';
import { getHolidays } from '@/lib/services/my-steps';
import { getMilestoneFile, type MilestoneFile } from '@/lib/services/review-item';
import { mayDo } from '@/lib/services/service-context';
import { uploadToken } from '@/lib/validation/evidence';
import { queryValue } from '@/lib/validation/progress';
import { decide } from '../actions';
import { markExample } from '../example-actions';
import '@/components/examples/examples.css';
import '../../my/uploads.css';
import '../review.css';

export const metadata: Metadata = { title: REVIEW.decideTitle };

/** Verify and return are decided in the queue, beside the evidence; undo where the decision was made. */
const HERE: readonly MilestoneEventKind[] = [
  'claim',
  'certify',
  'unblock',
  'reopen',
  'extend',
  'exempt',
  'lift_exemption',
];

export default async function DecidePage({ searchParams }: PageProps<'/review/decide'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const file = readOrNotFound(() =>
    getMilestoneFile(ctx, {
      bodyCode: queryValue(query, 'body') ?? '',
      milestoneCode: queryValue(query, 'milestone') ?? '',
      programmeCode: queryValue(query, 'programme'),
    }),
  );
  const possible = HERE.filter((kind) => file.possible.includes(kind));
  const asked = queryValue(query, 'do');
  const kind = possible.find((each) => each === asked) ?? (possible.length === 1 ? possible[0] : undefined);
  const { key } = file;
  const choices = listExampleChoices(ctx, key);
  const mayMark = mayDo(ctx, 'example.mark');
  const marked = queryValue(query, 'example');
  const done = HERE.find((each) => each === queryValue(query, 'done'));
  const uploadId = queryValue(query, 'upload');
  const upload = uploadId === null ? null : findOwnUpload(ctx, file.body.code, uploadId);
  return (
    <div className="wrap page decide">
      <p className="crumb">
        <a href={`/bodies/${encodeURIComponent(file.body.code)}`}>{file.body.name}</a>
      </p>
      <h1>{file.milestone.title}</h1>
      <p className="row">
        <span className="muted">{stepName(file.trackName, file.milestone.position)}</span>
        <MilestoneStateTag state={file.state} actor={file.milestone.actor} />
        <span className="small muted">{MILESTONES.due(file.dueOn)}</span>
        {file.isInternalDue && <span className="small t-risk">{MILESTONES.internalDue}</span>}
      </p>
      {done !== undefined && (
        <Note tone="ok" role="status">
          {REVIEW.decided(done)}
        </Note>
      )}
      {(marked === 'yes' || marked === 'no') && (
        <Note tone="ok" role="status">
          {marked === 'yes' ? EXAMPLES.marked : EXAMPLES.unmarked}
        </Note>
      )}
      {queryValue(query, 'problem') !== null && (
        <Note tone="bad" role="alert">
          {STEP_FORMS.fileFailed}
        </Note>
      )}
      <Choices file={file} possible={possible} current={kind} />
      {kind !== undefined && (
        <DecisionForm
          file={file}
          kind={kind}
          today={ctx.clock.today()}
          holidays={getHolidays(ctx)}
          uploads={upload === null ? [] : [uploadToken(upload)]}
        />
      )}
      {choices.length > 0 && (mayMark || choices.some(({ isExample }) => isExample)) && (
        <ExampleChoices
          choices={choices}
          action={mayMark ? markExample : null}
          hidden={{ body: key.bodyCode, milestone: key.milestoneCode, programme: key.programmeCode ?? '' }}
        />
      )}
      <Section id="history" title={MILESTONES.history}>
        <MilestoneHistory items={file.history} />
      </Section>
    </div>
  );
}

function decideHref(file: MilestoneFile, kind: MilestoneEventKind): string {
  const { bodyCode, milestoneCode, programmeCode } = file.key;
  return `/review/decide?${new URLSearchParams({ body: bodyCode, milestone: milestoneCode, programme: programmeCode ?? '', do: kind }).toString()}`;
}

function Choices({
  file,
  possible,
  current,
}: {
  file: MilestoneFile;
  possible: readonly MilestoneEventKind[];
  current: MilestoneEventKind | undefined;
}) {
  if (possible.length === 0) return <EmptyState title={REVIEW.nothingPossible} />;
  return (
    <nav className="row" aria-label={REVIEW.decisionPane}>
      {possible.map((kind) => (
        <a
          key={kind}
          className="btn"
          href={decideHref(file, kind)}
          aria-current={kind === current ? 'true' : undefined}
        >
          {EVENT_VERBS[kind]}
        </a>
      ))}
    </nav>
  );
}

async function DecisionForm({
  file,
  kind,
  today,
  holidays,
  uploads,
}: {
  file: MilestoneFile;
  kind: MilestoneEventKind;
  today: CivilDate;
  holidays: readonly CivilDate[];
  uploads: readonly string[];
}) {
  const { needs } = TRANSITIONS[kind];
  const id = `decide-${kind}`;
  const hint = DECISION_HINTS[kind];
  const takesDue = needs.includes('due_on') || kind === 'reopen';
  return (
    <Section id="decision" title={EVENT_VERBS[kind]} take={hint}>
      <ActionForm
        id={id}
        action={decide}
        initialState={await readDraft('/review/decide', id)}
        className="narrow"
        hidden={{
          body: file.body.code,
          milestone: file.milestone.code,
          programme: file.key.programmeCode ?? '',
          seen: String(file.lastEventId ?? ''),
          kind,
        }}
      >
        {needs.includes('evidence') && (
          <EvidenceFields
            expected={file.milestone.evidenceKinds}
            today={today}
            holidays={holidays}
            body={file.body.code}
            returnTo={decideHref(file, kind)}
            uploads={uploads}
          />
        )}
        {takesDue && (
          <JalaliDateField
            name="dueOn"
            label={REVIEW.newDue}
            optional={!needs.includes('due_on')}
            today={today}
            min={today}
            holidays={holidays}
          />
        )}
        {needs.includes('evidence') && (
          <JalaliDateField
            name="occurredOn"
            label={STEP_FORMS.occurredOn}
            hint={STEP_FORMS.occurredOnHint}
            optional
            today={today}
            max={today}
            holidays={holidays}
          />
        )}
        <TextareaField
          name="note"
          label={needs.includes('reason') ? REVIEW.answerReason : STEP_FORMS.note}
          optional={!needs.includes('reason')}
          maxLength={2000}
        />
        <SubmitButton>{EVENT_VERBS[kind]}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
