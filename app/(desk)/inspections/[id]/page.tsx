import type { Metadata } from 'next';
import { AnswerForm } from '@/components/inspections/answer-form';
import { VisitScores } from '@/components/inspections/visit-scores';
import { VisitVerdict } from '@/components/inspections/visits-table';
import { UploadField } from '@/components/evidence/upload-field';
import { PrintButton } from '@/components/milestones/print-button';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { readDraft } from '@/lib/drafts';
import { formatDayMonthYear } from '@/lib/format/dates';
import { COMMON } from '@/lib/messages/common';
import { INSPECTIONS, verdictReasonText, VISIT_PAGE, visitName } from '@/lib/messages/inspections';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getVisit, type VisitPage } from '@/lib/services/inspection-page';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { answer, certify } from '../actions';
import '@/components/inspections/inspections.css';
import '../../my/uploads.css';

export const metadata: Metadata = { title: VISIT_PAGE.minutes };

const DONE = {
  recorded: VISIT_PAGE.recorded,
  repeated: VISIT_PAGE.recordedBefore,
  certified: VISIT_PAGE.certified,
  answered: VISIT_PAGE.answered,
} as const;

/** One visit as its minutes: what was found, what follows from it, and who decides. */
export default async function VisitPageView({ params, searchParams }: PageProps<'/inspections/[id]'>) {
  const ctx = await getPageContext();
  const { id } = await params;
  const query = await searchParams;
  const visit = readOrNotFound(() => getVisit(ctx, /^\d{1,12}$/.test(id) ? Number(id) : Number.NaN));
  return <Minutes ctx={ctx} visit={visit} query={query} />;
}

async function Minutes({ ctx, visit, query }: { ctx: ServiceContext; visit: VisitPage; query: QueryParams }) {
  const { inspection, body, districtName, score, scores, corrected, correctedBy } = visit;
  const done = DONE[(queryValue(query, 'done') ?? '') as keyof typeof DONE];
  const titleOf = (code: string) => scores.find((each) => each.code === code)?.title ?? code;
  const isLiaison = !mayDo(ctx, 'inspection.read');
  return (
    <div className="wrap page">
      <p className="crumb no-print">
        <a href={isLiaison ? `/bodies/${encodeURIComponent(body.code)}` : '/inspections'}>
          {isLiaison ? VISIT_PAGE.toBody : VISIT_PAGE.back}
        </a>
      </p>
      <h1>{VISIT_PAGE.title(inspection.number, inspection.year)}</h1>
      {done && (
        <Note tone="ok" role="status">
          {done}
        </Note>
      )}
      <p className="take">
        <a href={`/bodies/${encodeURIComponent(body.code)}`}>{body.name}</a>، {BODY_CATEGORY_LABELS[body.category]}،{' '}
        {districtName}
      </p>
      {correctedBy !== null && (
        <Note tone="warn">
          {VISIT_PAGE.correctedBy(visitName(correctedBy.number, correctedBy.year))}{' '}
          <a href={`/inspections/${correctedBy.id}`}>{VISIT_PAGE.open}</a>
        </Note>
      )}
      {corrected !== null && (
        <Note>
          {VISIT_PAGE.corrects(visitName(corrected.number, corrected.year))}{' '}
          <a href={`/inspections/${corrected.id}`}>{VISIT_PAGE.open}</a>
        </Note>
      )}
      <p className="row no-print mb-4">
        <LinkButton size="sm" href={`/inspections/${inspection.id}/print`}>
          {VISIT_PAGE.paper}
        </LinkButton>
        <LinkButton size="sm" href={`/inspections/${inspection.id}/pdf`}>
          {VISIT_PAGE.pdf}
        </LinkButton>
        <PrintButton label={INSPECTIONS.print} />
        {visit.mayCorrect && (
          <LinkButton size="sm" variant="quiet" href={`/inspections/new?corrects=${inspection.id}`}>
            {VISIT_PAGE.correct}
          </LinkButton>
        )}
      </p>
      <Section
        id="verdict"
        title={inspection.isReal ? VISIT_PAGE.verdictReal : VISIT_PAGE.verdictNotReal}
        take={score.reasons.map((reason) => verdictReasonText(reason, titleOf)).join(' ')}
      >
        <dl className="visit-facts">
          <dt>{INSPECTIONS.result}</dt>
          <dd>
            <VisitVerdict isReal={inspection.isReal} /> {INSPECTIONS.percent(visit.percent)}
          </dd>
          <dt>{INSPECTIONS.visitedOn}</dt>
          <dd>{formatDayMonthYear(inspection.visitedOn)}</dd>
          <dt>{INSPECTIONS.kind}</dt>
          <dd>{inspection.isAnnounced ? INSPECTIONS.announced : INSPECTIONS.unannounced}</dd>
          <dt>{VISIT_PAGE.inspectorPost}</dt>
          <dd>{inspection.inspectorPost}</dd>
          <dt>{VISIT_PAGE.deskPost}</dt>
          <dd>{inspection.deskPost}</dd>
          <dt>{VISIT_PAGE.recordedLabel}</dt>
          <dd>{VISIT_PAGE.recordedBy(inspection.recordedByName, inspection.recordedOn)}</dd>
          {inspection.remark !== null && (
            <>
              <dt>{VISIT_PAGE.overallRemark}</dt>
              <dd>{inspection.remark}</dd>
            </>
          )}
        </dl>
      </Section>
      <Certify visit={visit} />
      <Proposals visit={visit} />
      <Section id="scores" title={VISIT_PAGE.scores}>
        <VisitScores caption={VISIT_PAGE.scores} scores={scores} score={score} />
      </Section>
      <Photos visit={visit} />
    </div>
  );
}

async function Certify({ visit }: { visit: VisitPage }) {
  const { certified, obstacle, mayCertify, inspection, body } = visit;
  if (certified === null || visit.correctedBy !== null) return null;
  if (obstacle !== null) {
    return <p className="small muted no-print mb-4">{VISIT_PAGE.whyNotCertify[obstacle]}</p>;
  }
  if (!mayCertify) return null;
  const path = `/inspections/${inspection.id}`;
  const draft = await readDraft(path, 'certify');
  return (
    <Section
      id="certify-section"
      title={VISIT_PAGE.certifyTitle}
      take={VISIT_PAGE.certifyTake(certified.milestone.shortTitle)}
      className="no-print"
    >
      <ActionForm
        id="certify"
        action={certify}
        initialState={draft}
        hidden={{
          inspection: String(inspection.id),
          body: body.code,
          seen: certified.lastEventId === null ? '' : String(certified.lastEventId),
        }}
      >
        <details>
          <summary>{VISIT_PAGE.scan}</summary>
          <p className="hint">{VISIT_PAGE.scanHint}</p>
          <UploadField uploadPath="/my/uploads" body={body.code} returnTo={path} optional={COMMON.optional} />
        </details>
        <SubmitButton>{VISIT_PAGE.certify}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

async function Proposals({ visit }: { visit: VisitPage }) {
  const { proposals, inspection, mayDecide, today } = visit;
  if (proposals.length === 0) return null;
  const draft = await readDraft(`/inspections/${inspection.id}`);
  const formOf = (code: string) => `answer-form-${code}`;
  return (
    <Section id="proposals" title={VISIT_PAGE.proposals} take={VISIT_PAGE.proposalsTake}>
      <div className="visit-proposals">
        {proposals.map(({ milestone, items, isCertified, standing, answer: given, state }) => (
          <article className="visit-proposal" key={milestone.code} id={`answer-${milestone.code}`}>
            <h3>{INSPECTIONS.waitingStep(milestone.position, milestone.shortTitle)}</h3>
            <p>
              {items.length > 0 ? INSPECTIONS.poorItems(items) : isCertified && VISIT_PAGE.isCertified}{' '}
              <Tag tone={standing === 'open' ? 'awaiting' : 'plain'}>{VISIT_PAGE.standing[standing]}</Tag>
            </p>
            {given !== null && (
              <p className="small">{VISIT_PAGE.answeredBy(given.recordedByName, given.recordedOn, given.reason)}</p>
            )}
            {standing === 'open' && mayDecide && (
              <ActionForm
                id={formOf(milestone.code)}
                action={answer}
                initialState={draft.values?.['_form'] === formOf(milestone.code) ? draft : undefined}
                hidden={{
                  inspection: String(inspection.id),
                  milestone: milestone.code,
                  seen: state.lastEventId === null ? '' : String(state.lastEventId),
                }}
                className="no-print narrow"
              >
                <AnswerForm today={today} />
                <SubmitButton>
                  {VISIT_PAGE.answer} <span className="vh">{milestone.shortTitle}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </article>
        ))}
      </div>
    </Section>
  );
}

function Photos({ visit: { inspection, photos, photoCount } }: { visit: VisitPage }) {
  return (
    <Section
      id="photos"
      title={VISIT_PAGE.photos}
      take={
        photos === null && photoCount > 0
          ? `${VISIT_PAGE.photoCount(photoCount)} ${VISIT_PAGE.photosHidden}`
          : VISIT_PAGE.photoCount(photoCount)
      }
    >
      {photos !== null && photos.length > 0 && (
        <ul className="visit-gallery">
          {photos.map(({ id, itemTitle, isShownInline, fileName }, index) => {
            const href = `/inspections/${inspection.id}/photos/${id}`;
            const words = VISIT_PAGE.photoOf(itemTitle, index + 1);
            return (
              <li key={id}>
                <a href={href}>
                  {isShownInline ? <img src={href} alt="" loading="lazy" /> : <bdi>{fileName}</bdi>}
                  <small>{words}</small>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
