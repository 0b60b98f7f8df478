import type { ReactNode } from 'react';
import { Bullet } from '@/components/charts/bullet';
import { bodyHref } from '@/components/dashboard/links';
import { PAIR_STATUS_LOOK } from '@/components/status/status-look';
import { PairStatusTag } from '@/components/status/status-tag';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyColumn } from '@/lib/domain/body-columns';
import { formatDate } from '@/lib/format/dates';
import { formatDigits, formatInteger, formatPercentValue } from '@/lib/format/numbers';
import { BODIES } from '@/lib/messages/bodies';
import { BODY_LIST } from '@/lib/messages/body-list';
import { BODY_CATEGORY_LABELS, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import type { ListedBody } from './list-types';

const percent = (ratio: number | null) => (ratio === null ? BODY_LIST.none : formatPercentValue(ratio, 0));
const orDash = (text: string | null) => text ?? <span className="faint">{BODY_LIST.none}</span>;
const amount = (count: number) =>
  count === 0 ? <span className="faint">{formatInteger(0)}</span> : formatInteger(count);

/** Planned, claimed and verified of one track as a bar, with the verified share and the status. */
export function TrackCell({ track }: { track: ListedBody['tracks'][number] | undefined }) {
  if (track === undefined) {
    return (
      <span className="faint" title={BODIES.notPair}>
        {BODY_LIST.none}
      </span>
    );
  }
  const look = PAIR_STATUS_LOOK[track.status];
  const status = (
    <span className={`t-${look.tone}`} title={PAIR_STATUS_LABELS[track.status]}>
      <Icon name={look.icon} label={PAIR_STATUS_LABELS[track.status]} />
    </span>
  );
  if (track.status === 'exempt') return <span className="trk-cell">{status}</span>;
  return (
    <span className="trk-cell">
      <Bullet isSmall planned={track.planned} claimed={track.claimed} verified={track.verified} />
      <b>{formatPercentValue(track.verified, 0)}</b>
      {status}
    </span>
  );
}

function content(column: Exclude<BodyColumn, 'name' | 'tracks'>, row: ListedBody): ReactNode {
  const { body } = row;
  switch (column) {
    case 'code':
      return <bdi className="ltr faint">{body.code}</bdi>;
    case 'category':
      return BODY_CATEGORY_LABELS[body.category];
    case 'district':
      return row.districtName;
    case 'rural':
      return orDash(row.ruralDistrictName);
    case 'status':
      return <PairStatusTag status={row.status} />;
    case 'planned':
      return percent(row.planned);
    case 'claimed':
      return percent(row.claimed);
    case 'verified':
      return <b>{percent(row.verified)}</b>;
    case 'gap':
      return row.gap === null ? BODY_LIST.none : <bdi dir="ltr">{formatPercentValue(row.gap, 0)}</bdi>;
    case 'silence':
      if (row.silentDays === null) return BODY_LIST.none;
      return row.isSilent ? <b>{formatInteger(row.silentDays)}</b> : formatInteger(row.silentDays);
    case 'report':
      return row.lastReportOn === null ? BODIES.never : formatDate(row.lastReportOn);
    case 'desk':
      if (row.isRealDesk === null) return orDash(null);
      return row.isRealDesk ? (
        <Tag line tone="complete" icon="complete">
          {BODY_LIST.deskReal}
        </Tag>
      ) : (
        BODY_LIST.deskNotReal
      );
    case 'blockers':
      return amount(row.blockers.length);
    case 'waiting':
      return amount(row.waitingCount);
    case 'phone':
      return body.phone === null ? orDash(null) : <bdi className="ltr">{formatDigits(body.phone)}</bdi>;
    case 'official':
      return body.officialCode === null ? orDash(null) : <bdi className="ltr">{formatDigits(body.officialCode)}</bdi>;
  }
}

/** One cell of the list. The name heads its row and leads to the body. */
export function BodyCell({
  column,
  row,
  linkDay,
  className,
}: {
  column: Exclude<BodyColumn, 'tracks'>;
  row: ListedBody;
  linkDay: CivilDate | null;
  className: string;
}) {
  if (column !== 'name') return <td className={className}>{content(column, row)}</td>;
  return (
    <th scope="row" className={className}>
      <a href={bodyHref(row.body.code, linkDay)}>{row.body.name}</a>
      {row.body.coordinationOnly && (
        <>
          {' '}
          <Tag title={BODIES.coordinationHelp}>{BODIES.coordination}</Tag>
        </>
      )}
    </th>
  );
}
