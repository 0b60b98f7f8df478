import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { formatDayMonth, formatLongDate } from '@/lib/format/dates';
import { formatDigits } from '@/lib/format/numbers';
import { BODIES } from '@/lib/messages/bodies';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import type { BodyCard } from '@/lib/services/bodies';

/** Name, kind and place of a body, and the day the page is about. */
export function BodyHead({ card, listHref }: { card: BodyCard; listHref: string }) {
  const { body } = card;
  return (
    <>
      <p className="crumb">
        <a href={listHref}>{BODIES.title}</a> ‹ {BODY_CATEGORY_LABELS[body.category]}
      </p>
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
      </header>
    </>
  );
}

/** How to reach the body, and when it last reported. */
export function BodyContact({ card }: { card: BodyCard }) {
  const { body, silence } = card;
  const lastReportOn = silence?.lastReportOn ?? null;
  return (
    <Section id="contact" title={BODIES.contactTitle}>
      <dl className="kv">
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
