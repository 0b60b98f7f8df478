import type { Metadata } from 'next';
import { VisitFields, type VisitDefaults } from '@/components/inspections/visit-fields';
import { VisitForm } from '@/components/inspections/visit-form';
import { WaitingVisits } from '@/components/inspections/waiting-visits';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { readDraft } from '@/lib/drafts';
import { formatJalaliInput } from '@/lib/format/dates';
import { VISIT_FORM, visitName } from '@/lib/messages/inspections';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { signInPath } from '@/lib/paths';
import { getVisitForm, type VisitForm as FormView } from '@/lib/services/inspection-page';
import { findDesks } from '@/lib/services/inspection-plan';
import { getInspectionSettings } from '@/lib/services/inspection-settings';
import type { ServiceContext } from '@/lib/services/service-context';
import { newSubmissionKey } from '@/lib/services/submissions';
import { uploadToken } from '@/lib/validation/evidence';
import { photoToken } from '@/lib/validation/inspections';
import { queryValue } from '@/lib/validation/progress';
import { recordVisit } from '../actions';
import { newVisitHref } from '../visits-address';
import '@/components/inspections/inspections.css';
import '../../my/uploads.css';

export const metadata: Metadata = { title: VISIT_FORM.title };

const DESKS_SHOWN = 40;

/** The form of a visit at the counter; without a body, the way to it. */
export default async function NewVisitPage({ searchParams }: PageProps<'/inspections/new'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const bodyCode = queryValue(query, 'body');
  const corrects = queryValue(query, 'corrects');
  if (bodyCode === null && corrects === null) return <Choose ctx={ctx} q={queryValue(query, 'q') ?? ''} />;
  const view = readOrNotFound(() =>
    getVisitForm(ctx, {
      bodyCode,
      corrects: corrects !== null && /^\d{1,12}$/.test(corrects) ? Number(corrects) : null,
    }),
  );
  return <Form ctx={ctx} view={view} />;
}

async function Form({ ctx, view }: { ctx: ServiceContext; view: FormView }) {
  const { body, districtName, items, today, corrects } = view;
  const correctsId = corrects === null ? '' : String(corrects.inspection.id);
  const path = corrects === null ? newVisitHref(body.code) : `/inspections/new?corrects=${correctsId}`;
  const passed = corrects?.inspection;
  return (
    <div className="wrap page narrow">
      <p className="crumb">
        <a href="/inspections/plan">{VISIT_FORM.toPlan}</a>
      </p>
      <h1>
        {passed === undefined ? VISIT_FORM.title : VISIT_FORM.correctTitle(visitName(passed.number, passed.year))}
      </h1>
      <p className="take">
        <b>{body.name}</b>، {BODY_CATEGORY_LABELS[body.category]}، {districtName}
      </p>
      {passed !== undefined && <Note>{VISIT_FORM.correctTake}</Note>}
      <Note icon="offline">
        <b>{VISIT_FORM.offline}</b> {VISIT_FORM.offlineTake}
      </Note>
      {items.length === 0 ? (
        <EmptyState title={VISIT_FORM.emptyChecklist} />
      ) : (
        <ActionForm
          id="visit"
          action={recordVisit}
          initialState={await readDraft('/inspections/new', 'visit')}
          hidden={{ body: body.code, corrects: correctsId }}
        >
          <VisitForm
            key={path}
            userId={ctx.actor.id}
            bodyCode={body.code}
            bodyName={body.name}
            corrects={correctsId}
            formKey={newSubmissionKey()}
            drawnAt={ctx.clock.isSimulated ? null : ctx.clock.now().getTime()}
            items={items}
            passPercent={getInspectionSettings(ctx).passPercent}
            signInHref={signInPath(path)}
          >
            <VisitFields today={today} items={items} defaults={defaultsOf(view)} isCorrection={corrects !== null} />
            <SubmitButton size="big">{VISIT_FORM.send}</SubmitButton>
          </VisitForm>
        </ActionForm>
      )}
    </div>
  );
}

function defaultsOf({ today, corrects }: FormView): VisitDefaults {
  if (corrects === null) {
    return {
      visitedOn: formatJalaliInput(today),
      isAnnounced: null,
      inspectorPost: '',
      deskPost: '',
      grades: [],
      photos: [],
    };
  }
  const { visitedOn, isAnnounced, inspectorPost, deskPost } = corrects.inspection;
  return {
    visitedOn: formatJalaliInput(visitedOn),
    isAnnounced,
    inspectorPost,
    deskPost,
    grades: corrects.scores.map(({ code, grade, remark }) => ({ code, grade, remark })),
    photos: corrects.photos.map(({ itemCode, upload }) => photoToken(itemCode, uploadToken(upload))),
  };
}

/** Bodies with a desk, found by name. */
function Choose({ ctx, q }: { ctx: ServiceContext; q: string }) {
  const { desks, total } = readOrNotFound(() => findDesks(ctx, q, DESKS_SHOWN));
  return (
    <div className="wrap page narrow">
      <h1>{VISIT_FORM.chooseTitle}</h1>
      <p className="take">{VISIT_FORM.chooseTake}</p>
      <WaitingVisits userId={ctx.actor.id} />
      <form method="get" action="/inspections/new" className="visit-find" role="search" aria-label={VISIT_FORM.find}>
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={q}
          aria-label={VISIT_FORM.chooseLabel}
          autoComplete="off"
        />
        <button className="btn" type="submit">
          <Icon name="search" />
          {VISIT_FORM.find}
        </button>
      </form>
      {desks.length === 0 ? (
        <EmptyState title={VISIT_FORM.noDesk} />
      ) : (
        <>
          {total > desks.length && <p className="small muted">{VISIT_FORM.tooMany(desks.length, total)}</p>}
          <ul className="visit-desks">
            {desks.map(({ body, districtName }) => (
              <li key={body.code}>
                <a href={newVisitHref(body.code)}>
                  {body.name}
                  <small>
                    {BODY_CATEGORY_LABELS[body.category]}، {districtName}
                  </small>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
