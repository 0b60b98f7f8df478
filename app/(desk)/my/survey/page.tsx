import type { Metadata } from 'next';
import { AxisBars } from '@/components/survey/axis-bars';
import { ItemShares } from '@/components/survey/item-shares';
import { BodyMonthChooser } from '@/components/indicators/body-month-chooser';
import { ActionForm } from '@/components/ui/action-form';
import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { CHANNEL_WORDS, MEASURE_LABELS, MY_SURVEY, SURVEY, surveyNumber } from '@/lib/messages/survey';
import { MY } from '@/lib/messages/my';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { SURVEY_LINK_DEEDS } from '@/lib/services/survey-links';
import { getMySurvey, type MySurvey, type OwnResults } from '@/lib/services/my-survey';
import { parseMonth } from '@/lib/validation/indicators';
import { queryValue, queryWord } from '@/lib/validation/progress';
import { changeLink, startTablet } from './actions';
import '../my.css';
import '@/components/indicators/indicators.css';
import '@/components/survey/survey.css';

export const metadata: Metadata = { title: MY_SURVEY.title };

const DONE = { open: MY_SURVEY.opened, renew: MY_SURVEY.renewed, close: MY_SURVEY.closed } as const;

/** The clients' survey of one body for whoever runs it: the ways to answer, and what came in. */
export default async function MySurveyPage({ searchParams }: PageProps<'/my/survey'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const bodyCode = queryValue(asked, 'body');
  const { page, problem, deed } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({
      page: getMySurvey(ctx, { bodyCode, month: parseMonth(query) }),
      deed: queryWord(query, 'done', SURVEY_LINK_DEEDS),
      problem: reason,
    })),
  );
  const { body, bodies, month, months, items, results } = page;
  return (
    <div className="wrap page my step-page">
      <p className="crumb">
        {ctx.actor.role === 'liaison' ? (
          <a href={body === null ? '/my' : `/my?${new URLSearchParams({ body: body.code }).toString()}`}>
            {MY.backToSteps}
          </a>
        ) : (
          <a href="/indicators/survey">{SURVEY.title}</a>
        )}
      </p>
      {body === null ? (
        <EmptyState level={1} title={MY.noBodies}>
          {MY.noBodiesText}
        </EmptyState>
      ) : month === null ? (
        <EmptyState level={1} title={SURVEY.noMonth}>
          {SURVEY.noMonthText}
        </EmptyState>
      ) : items.length === 0 ? (
        <EmptyState level={1} title={SURVEY.noItems}>
          {SURVEY.noItemsText}
        </EmptyState>
      ) : (
        <>
          <h1>{MY_SURVEY.heading}</h1>
          <p>
            <b>{body.name}</b>
          </p>
          <Problem sentence={problem} />
          {deed !== null && (
            <Note tone="ok" role="status">
              {DONE[deed]}
            </Note>
          )}
          <p className="muted">{MY_SURVEY.take}</p>
          <BodyMonthChooser action="/my/survey" bodies={bodies} body={body.code} months={months} month={month} />
          {results && <Results results={results} title={MY_SURVEY.results(month)} />}
          <Link page={page} body={body.code} />
          <Section id="paper" title={MY_SURVEY.paper} take={MY_SURVEY.paperTake}>
            <div className="row">
              <LinkButton
                variant="primary"
                href={`/my/survey/paper?${new URLSearchParams({ body: body.code, month }).toString()}`}
              >
                {MY_SURVEY.enterPaper}
              </LinkButton>
              <LinkButton href={`/my/survey/questionnaire?${new URLSearchParams({ body: body.code }).toString()}`}>
                {MY_SURVEY.questionnaire}
              </LinkButton>
            </div>
          </Section>
          <Section id="tablet" title={MY_SURVEY.tablet} take={MY_SURVEY.tabletTake}>
            <ActionForm id="tablet-form" action={startTablet} hidden={{ body: body.code }}>
              <SubmitButton>{MY_SURVEY.startTablet}</SubmitButton>
            </ActionForm>
          </Section>
        </>
      )}
    </div>
  );
}

function Link({ page: { link }, body }: { page: MySurvey; body: string }) {
  const id = link.id === null ? '' : String(link.id);
  const deed = (name: 'open' | 'renew' | 'close') => ({ body, link: id, deed: name });
  return (
    <Section id="link" title={MY_SURVEY.link} take={MY_SURVEY.linkTake}>
      {link.path === null ? (
        <>
          <p>{MY_SURVEY.linkClosed}</p>
          <ActionForm id="open-link" action={changeLink} hidden={deed('open')}>
            <SubmitButton>{MY_SURVEY.open}</SubmitButton>
          </ActionForm>
        </>
      ) : (
        <>
          <p>
            {MY_SURVEY.linkOpen}{' '}
            <a href={link.path} className="ltr" dir="ltr">
              {link.address ?? link.path}
            </a>
          </p>
          {link.hasWebAddress ? (
            <p>
              <LinkButton href={`/my/survey/poster?${new URLSearchParams({ body }).toString()}`}>
                {MY_SURVEY.poster}
              </LinkButton>
            </p>
          ) : (
            <Note tone="warn">{MY_SURVEY.noWebAddress}</Note>
          )}
          <div className="row sv-deeds">
            <ActionForm id="renew-link" action={changeLink} hidden={deed('renew')}>
              <Button type="submit">{MY_SURVEY.renew}</Button>
            </ActionForm>
            <ActionForm id="close-link" action={changeLink} hidden={deed('close')}>
              <Button type="submit" variant="danger">
                {MY_SURVEY.close}
              </Button>
            </ActionForm>
          </div>
          <p className="hint">{MY_SURVEY.renewHint}</p>
        </>
      )}
    </Section>
  );
}

function Results({ results: { responses, channels, figures, least }, title }: { results: OwnResults; title: string }) {
  return (
    <Section id="results" title={title}>
      {responses === 0 ? (
        <EmptyState level={3} title={MY_SURVEY.noneYet} />
      ) : figures === null ? (
        <p>{MY_SURVEY.tooFew(responses, least)}</p>
      ) : (
        <>
          <dl className="kv">
            <dt>{SURVEY.responses}</dt>
            <dd>
              {SURVEY.responsesOf(responses)}
              <div className="small muted">
                {channels
                  .map(({ channel, count }) => `${CHANNEL_WORDS[channel]}: ${SURVEY.responsesOf(count)}`)
                  .join('؛ ')}
              </div>
            </dd>
            {figures.measures.map(({ measure, mean }) => (
              <div key={measure} className="sv-pair">
                <dt>{MEASURE_LABELS[measure]}</dt>
                <dd>
                  {mean === null ? (
                    <span className="faint">{SURVEY.noData}</span>
                  ) : (
                    <>
                      <b>{surveyNumber(mean.value)}</b>{' '}
                      {measure === 'goBetween' ? SURVEY.units.share : SURVEY.units.score}{' '}
                      <span className="small muted">({SURVEY.responsesOf(mean.responses)})</span>
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <AxisBars axes={figures.detail.axes} />
          <details className="data">
            <summary>{SURVEY.items}</summary>
            <ItemShares items={figures.detail.items} />
          </details>
        </>
      )}
    </Section>
  );
}
