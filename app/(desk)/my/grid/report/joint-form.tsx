import { BlockFields } from '@/components/milestones/block-fields';
import { ClaimFields } from '@/components/milestones/claim-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Note } from '@/components/ui/note';
import { JointChoice, JointSubmit, type JointGroup } from '@/components/villages/joint-choice';
import { jointReportHref } from '@/components/villages/links';
import { readDraft } from '@/lib/drafts';
import { STEP_FORMS } from '@/lib/messages/my';
import { JOINT } from '@/lib/messages/villages';
import { findOwnUpload } from '@/lib/services/evidence';
import type { JointCandidate, JointChoice as Choice } from '@/lib/services/my-grid';
import { getHolidays } from '@/lib/services/my-steps';
import type { ServiceContext } from '@/lib/services/service-context';
import { uploadToken } from '@/lib/validation/evidence';
import { targetValue } from '@/lib/validation/joint-reports';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { blockTogether, checkInAll, claimTogether } from '../actions';

const ACTIONS = { claim: claimTogether, block: blockTogether, check_in: checkInAll } as const;

export interface JointFormProps {
  ctx: ServiceContext;
  choice: Choice;
  query: QueryParams;
  rural: string | null;
  noun: string;
}

/** One form for many bodies, with whatever was typed before signing in again or before a file was sent. */
export async function JointForm({ ctx, choice, query, rural, noun }: JointFormProps) {
  const { kind, candidates, milestone, programmeCode } = choice;
  // the files belong to an own body; the claims of the others refer to them (ADR 074)
  const carrier = candidates[0]?.body.code ?? '';
  const uploadId = queryValue(query, 'upload');
  const upload = uploadId === null ? null : findOwnUpload(ctx, carrier, uploadId);
  const problem = queryValue(query, 'problem');
  const draft = await readDraft('/my/grid/report', `joint-${kind}`);
  const address = { do: kind, programme: programmeCode, step: milestone?.code ?? null };
  const today = ctx.clock.today();
  const holidays = getHolidays(ctx);
  return (
    <>
      {problem !== null && (
        <Note tone="bad" role="alert">
          {problem === 'file_too_large' ? STEP_FORMS.fileTooLarge : STEP_FORMS.fileFailed}
        </Note>
      )}
      <RuralChoice choice={choice} rural={rural} />
      <ActionForm
        id={`joint-${kind}`}
        action={ACTIONS[kind]}
        initialState={upload === null ? draft : { ...draft, message: STEP_FORMS.fileArrived }}
        hidden={
          kind === 'check_in' ? {} : { body: carrier, milestone: milestone?.code ?? '', programme: programmeCode ?? '' }
        }
      >
        <JointChoice groups={groupsOf(candidates)} />
        {kind === 'claim' && milestone !== null && (
          <>
            <div>
              <h2 className="step-heading">{JOINT.evidence}</h2>
              <p className="hint">{JOINT.evidenceTake}</p>
            </div>
            <ClaimFields
              expected={milestone.evidenceKinds}
              today={today}
              holidays={holidays}
              body={carrier}
              returnTo={jointReportHref({ ...address, rural })}
              uploads={upload === null ? [] : [uploadToken(upload)]}
            />
          </>
        )}
        {kind === 'block' && <BlockFields />}
        <JointSubmit noun={noun} />
      </ActionForm>
    </>
  );
}

/** Without script the boxes of one rural district are chosen by a link, before anything is typed. */
function RuralChoice({ choice, rural }: { choice: Choice; rural: string | null }) {
  const places = new Map(choice.candidates.map(({ body }) => [body.ruralDistrictCode, body.ruralDistrictName]));
  if (places.size < 2) return null;
  const hrefOf = (code: string | null) =>
    jointReportHref({
      do: choice.kind,
      programme: choice.programmeCode,
      step: choice.milestone?.code ?? null,
      rural: code,
    });
  return (
    <noscript>
      <p className="row small">
        {JOINT.onlyGroup}
        <a href={hrefOf(null)} aria-current={rural === null ? 'true' : undefined}>
          {JOINT.chooseAll}
        </a>
        {[...places].map(
          ([code, name]) =>
            code !== null && (
              <a key={code} href={hrefOf(code)} aria-current={rural === code ? 'true' : undefined}>
                {name}
              </a>
            ),
        )}
      </p>
    </noscript>
  );
}

function groupsOf(candidates: readonly JointCandidate[]): JointGroup[] {
  const names = [...new Set(candidates.map(({ body }) => body.ruralDistrictName))];
  return names.map((name) => ({
    name,
    boxes: candidates
      .filter(({ body }) => body.ruralDistrictName === name)
      .map(({ body, lastEventId, isChosen, isReturned }) => ({
        value: targetValue({ code: body.code, lastEventId }),
        name: body.name,
        isChosen,
        isReturned,
      })),
  }));
}
