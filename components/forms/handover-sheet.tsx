import { renderPaper } from '@/components/reports/render-report';
import { paperCss } from '@/components/reports/report-css';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatInteger } from '@/lib/format/numbers';
import { HANDOVER_SHEET as W } from '@/lib/messages/handovers';
import { stepName } from '@/lib/messages/milestones';

const COUNTS = ['returned', 'late', 'soon', 'waiting'] as const;

export interface HandoverSheetProps {
  readonly fromName: string;
  readonly toName: string;
  readonly onDay: CivilDate;
  readonly recordedOn: CivilDate;
  readonly recordedBy: string;
  readonly note: string | null;
  readonly bodies: readonly {
    readonly code: string;
    readonly name: string;
    readonly ruralDistrictName: string | null;
    readonly counts: Readonly<Record<(typeof COUNTS)[number], number>>;
    readonly unanswered: number;
    readonly pressing: readonly {
      readonly trackName: string;
      readonly position: number;
      readonly title: string;
      readonly isReturned: boolean;
    }[];
  }[];
}

/** The minutes of a handover as a complete HTML document, to be signed by both. */
export function renderHandoverSheet(sheet: HandoverSheetProps): string {
  return renderPaper(<Sheet {...sheet} />);
}

function Sheet(sheet: HandoverSheetProps) {
  const { fromName, toName, bodies } = sheet;
  const title = W.title(fromName, toName);
  const css = paperCss({
    headRight: title,
    headLeft: '',
    foot: [W.recorded(sheet.recordedBy, sheet.recordedOn)],
    pageWords: W.pageWords,
    codeImage: null,
  });
  const pressing = bodies.filter((body) => body.pressing.length > 0);
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <main>
          <p className="bsm">{W.inTheName}</p>
          <h1>
            <b>{title}</b>
          </h1>
          <p className="lead">{W.sentence(fromName, toName, sheet.onDay, bodies.length)}</p>
          <Counts bodies={bodies} />
          {pressing.length > 0 && (
            <section>
              <h2>{W.pressing}</h2>
              <ul>
                {pressing.map((body) => (
                  <li key={body.code}>
                    <b>{body.name}</b>:{' '}
                    {body.pressing
                      .map(
                        (step) =>
                          `${stepName(step.trackName, step.position)}، ${step.title} (${step.isReturned ? W.isReturned : W.isLate})`,
                      )
                      .join('؛ ')}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {sheet.note !== null && (
            <p className="keep">
              <b>{W.note}:</b> {sheet.note}
            </p>
          )}
          <div className="sig2">
            {[
              [W.gives, fromName],
              [W.takes, toName],
            ].map(([post, name]) => (
              <p key={post}>
                <span>{post}</span>
                {name}
                <em>{W.sign}</em>
              </p>
            ))}
          </div>
        </main>
      </body>
    </html>
  );
}

function Counts({ bodies }: Pick<HandoverSheetProps, 'bodies'>) {
  const sum = (of: (body: HandoverSheetProps['bodies'][number]) => number) =>
    formatInteger(bodies.reduce((total, body) => total + of(body), 0));
  return (
    <table className="t">
      <thead>
        <tr>
          <th>{W.number}</th>
          <th className="w">{W.body}</th>
          {COUNTS.map((name) => (
            <th key={name}>{W[name]}</th>
          ))}
          <th>{W.unanswered}</th>
        </tr>
      </thead>
      <tbody>
        {bodies.map((body, index) => (
          <tr key={body.code}>
            <td className="n">{formatInteger(index + 1)}</td>
            <th scope="row">
              {body.name}
              {body.ruralDistrictName !== null && <span className="dl">، {body.ruralDistrictName}</span>}
            </th>
            {COUNTS.map((name) => (
              <td key={name} className="n">
                {formatInteger(body.counts[name])}
              </td>
            ))}
            <td className="n">{formatInteger(body.unanswered)}</td>
          </tr>
        ))}
        <tr className="tot">
          <td />
          <th scope="row">{W.total}</th>
          {COUNTS.map((name) => (
            <td key={name} className="n">
              {sum((body) => body.counts[name])}
            </td>
          ))}
          <td className="n">{sum((body) => body.unanswered)}</td>
        </tr>
      </tbody>
    </table>
  );
}
