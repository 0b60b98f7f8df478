import { bodyHref } from '@/components/dashboard/links';
import { PrintButton } from '@/components/milestones/print-button';
import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { formatDayMonth, formatLongDate } from '@/lib/format/dates';
import { formatDigits } from '@/lib/format/numbers';
import { BODIES } from '@/lib/messages/bodies';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { BODY_PAGE } from '@/lib/messages/body-page';
import { PAPERS } from '@/lib/messages/papers';
import type { BodyFile } from '@/lib/services/body-file';

/** Name, kind and place of a body, and the day the page is about. */
export function BodyHead({
  file,
  listHref,
  entersPapers,
  mayWrite,
}: {
  file: BodyFile;
  listHref: string;
  entersPapers: boolean;
  /** It is late, and this reader may send it a letter. */
  mayWrite: boolean;
}) {
  const { card, neighbours } = file;
  const { body, scope } = card;
  const day = scope.asOf === scope.today ? null : scope.asOf;
  return (
    <>
      <div className="crumb-row">
        <p className="crumb">
          <a href={listHref}>{BODIES.title}</a> ‹ {BODY_CATEGORY_LABELS[body.category]}
        </p>
        <nav className="neighbours" aria-label={BODY_PAGE.neighbours}>
          {neighbours.previous !== null && (
            <a href={bodyHref(neighbours.previous.code, day)} rel="prev" title={BODY_PAGE.previous}>
              <Icon name="earlier" />
              <span>{neighbours.previous.name}</span>
            </a>
          )}
          {neighbours.next !== null && (
            <a href={bodyHref(neighbours.next.code, day)} rel="next" title={BODY_PAGE.next}>
              <span>{neighbours.next.name}</span>
              <Icon name="later" />
            </a>
          )}
        </nav>
      </div>
      <header className="head">
        <div>
          <h1>{body.name}</h1>
          <p className="meta">
            <span>
              {BODIES.code} <bdi className="ltr">{body.code}</bdi>
            </span>
            <span>{BODIES.districtName(card.districtName)}</span>
            {card.ruralDistrictName !== null && <span>{BODIES.ruralDistrictName(card.ruralDistrictName)}</span>}
            <span>{body.providesPublicService ? BODIES.publicService : BODIES.noPublicService}</span>
            {body.coordinationOnly && <Tag title={BODIES.coordinationHelp}>{BODIES.coordination}</Tag>}
            <span>{BODIES.statusOn(formatLongDate(card.scope.asOf))}</span>
          </p>
        </div>
        <div className="acts">
          {day === null && (
            <a className="btn sm quiet" href={`/bodies/${encodeURIComponent(body.code)}/form`}>
              {PAPERS.printOne}
            </a>
          )}
          {day === null && entersPapers && (
            <a className="btn sm" href={`/bodies/${encodeURIComponent(body.code)}/paper`}>
              {PAPERS.enterOne}
            </a>
          )}
          {day === null && mayWrite && (
            <a className="btn sm" href={`/reports/letters/new?body=${encodeURIComponent(body.code)}`}>
              {BODY_PAGE.followUp}
            </a>
          )}
          <PrintButton label={BODY_PAGE.printCard} />
        </div>
      </header>
    </>
  );
}

/** How to reach the body, and when it last reported. */
export function BodyContact({ file }: { file: BodyFile }) {
  const { body, silence } = file.card;
  const { liaisons } = file;
  const lastReportOn = silence?.lastReportOn ?? null;
  return (
    <Section id="contact" title={BODIES.contactTitle}>
      <dl className="kv">
        <dt>{BODY_PAGE.liaisons}</dt>
        <dd>{liaisons.length === 0 ? <span className="faint">{BODY_PAGE.noLiaison}</span> : liaisons.join('، ')}</dd>
        <dt>{BODIES.phone}</dt>
        <dd>
          {body.phone === null ? (
            <span className="faint">{BODIES.noPhone}</span>
          ) : (
            <a href={`tel:${body.phone}`}>
              <bdi className="ltr">{formatDigits(body.phone)}</bdi>
            </a>
          )}
        </dd>
        <dt>{BODIES.lastReport}</dt>
        <dd>
          {lastReportOn === null
            ? BODIES.never
            : `${formatDayMonth(lastReportOn)}، ${BODIES.silenceDays(silence?.days ?? 0)}`}
        </dd>
        {body.officialCode !== null && (
          <>
            <dt>{BODIES.officialCode}</dt>
            <dd>
              <bdi className="ltr">{formatDigits(body.officialCode)}</bdi>
            </dd>
          </>
        )}
        {BODIES.basisWords[body.existenceBasis] !== undefined && (
          <>
            <dt>{BODIES.basis}</dt>
            <dd>{BODIES.basisWords[body.existenceBasis]}</dd>
          </>
        )}
      </dl>
    </Section>
  );
}
