import type { ReactNode } from 'react';
import { ANSWER_LABELS, CLIENT_SURVEY } from '@/lib/messages/survey';
import { formatLongDate } from '@/lib/format/dates';
import { FRAME } from '@/lib/messages/frame';
import { groupByAxis, type SurveyAnswers, type SurveyItem } from '@/lib/domain/survey';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { CLIENT_CSS } from './client-css';

/** What every page must say while the data or the day are not real. */
export interface ClientNotice {
  readonly isSampleData: boolean;
  readonly simulatedToday: CivilDate | null;
}

interface PageProps {
  title: string;
  notice: ClientNotice;
  /** On a tablet at the desk: the way out for the person who handed it over. */
  isTablet: boolean;
  children: ReactNode;
}

/** One HTML document without script, cookie or anything fetched. Nobody is told where it leads from. */
function ClientPage({ title, notice, isTablet, children }: PageProps) {
  const sentences = [
    notice.isSampleData && FRAME.sampleData,
    notice.simulatedToday !== null && FRAME.simulatedToday(formatLongDate(notice.simulatedToday)),
  ].filter(Boolean);
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex,nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: CLIENT_CSS }} />
      </head>
      <body>
        {sentences.length > 0 && <aside aria-label={FRAME.sampleAside}>{sentences.join(' ')}</aside>}
        <main>
          {children}
          {isTablet && (
            <footer>
              <a href="/sign-in?next=%2Fmy%2Fsurvey">{CLIENT_SURVEY.staff}</a>
            </footer>
          )}
        </main>
      </body>
    </html>
  );
}

export interface ClientFormProps {
  notice: ClientNotice;
  isTablet: boolean;
  bodyName: string;
  items: readonly SurveyItem[];
  /** Names this filling-in: sent twice, it is recorded once. */
  formKey: string;
  /** What was chosen, where the form comes back. */
  answers: SurveyAnswers;
  /** Why it comes back. */
  problem: string | null;
  fieldOf: (code: string) => string;
}

/** The questionnaire: items in titled groups, five worded answers each. */
export function ClientForm({ bodyName, items, formKey, answers, problem, fieldOf, ...page }: ClientFormProps) {
  const groups = groupByAxis(items);
  return (
    <ClientPage title={CLIENT_SURVEY.title} {...page}>
      <h1>{CLIENT_SURVEY.of(bodyName)}</h1>
      {problem !== null && (
        <p className="bad" role="alert">
          {problem}
        </p>
      )}
      <p>{CLIENT_SURVEY.intro(items.length)}</p>
      <p className="muted">{CLIENT_SURVEY.privacy}</p>
      <form method="post" id="survey" autoComplete="off">
        <input type="hidden" name="key" value={formKey} />
        {groups.map(({ axis, title, items: own }, group) => (
          <section className="part" key={axis} aria-labelledby={`part-${group + 1}`}>
            <div className="head">
              <h2 id={`part-${group + 1}`}>{title}</h2>
              <span>{CLIENT_SURVEY.part(group + 1, groups.length)}</span>
            </div>
            <div className="meter" aria-hidden="true">
              <i style={{ width: `${Math.round(((group + 1) / groups.length) * 100)}%` }} />
            </div>
            {own.map((item) => (
              <fieldset key={item.code}>
                <legend>
                  <small>{CLIENT_SURVEY.number(items.indexOf(item) + 1, items.length)}</small>
                  {item.text}
                </legend>
                <div className="a">
                  {ANSWER_LABELS.map((label, index) => (
                    <label key={label}>
                      <input
                        type="radio"
                        name={fieldOf(item.code)}
                        value={index + 1}
                        defaultChecked={answers[item.code] === index + 1}
                      />
                      {label}
                    </label>
                  ))}
                </div>
              </fieldset>
            ))}
          </section>
        ))}
        <button type="submit">{CLIENT_SURVEY.send}</button>
      </form>
    </ClientPage>
  );
}

/** After sending; on a tablet it leads to the next person. */
export function ClientThanks({ next, ...page }: { notice: ClientNotice; isTablet: boolean; next: string | null }) {
  return (
    <ClientPage title={CLIENT_SURVEY.thanks} {...page}>
      <h1>{CLIENT_SURVEY.thanks}</h1>
      <p role="status">{page.isTablet ? CLIENT_SURVEY.thanksTablet : CLIENT_SURVEY.thanksText}</p>
      {next !== null && (
        <a className="button" href={next}>
          {CLIENT_SURVEY.next}
        </a>
      )}
    </ClientPage>
  );
}

/** Where there is nothing to answer. */
export function ClientClosed({ title, text, ...page }: Omit<PageProps, 'children'> & { text: string }) {
  return (
    <ClientPage title={title} {...page}>
      <h1>{title}</h1>
      <p>{text}</p>
    </ClientPage>
  );
}
