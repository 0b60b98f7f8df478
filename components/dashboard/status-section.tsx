import { StatusKey, StatusStack } from '@/components/charts/status-stack';
import { CountLink, LinkedCount } from '@/components/ui/count-link';
import { Section } from '@/components/ui/section';
import { PAIR_STATUSES, type PairStatus } from '@/lib/domain/vocabulary';
import type { GroupFigures } from '@/lib/domain/figures';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { PAIR_STATUS_DRAWING_ORDER, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';

type HrefOf = (key: string, status?: PairStatus) => string;

function hrefsOf(key: string, hrefOf: HrefOf): Partial<Record<PairStatus, string>> {
  return Object.fromEntries(PAIR_STATUSES.map((status) => [status, hrefOf(key, status)]));
}

const pairsOf = (group: GroupFigures) => group.bodyTracks + group.status.exempt;

function StackTable({ head, groups, hrefOf }: { head: string; groups: readonly GroupFigures[]; hrefOf: HrefOf }) {
  return (
    <table className="table stt">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th className="n" scope="col">
            {DASHBOARD.countHead}
          </th>
          <th scope="col">
            <span className="vh">{DASHBOARD.statusHead}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">
              <a href={hrefOf(group.key)}>{group.label}</a>
            </th>
            <td className="n">
              <CountLink className="faint" href={hrefOf(group.key)} count={pairsOf(group)} of="pairs">
                {formatInteger(pairsOf(group))}
              </CountLink>
            </td>
            <td className="st">
              <StatusStack counts={group.status} label={group.label} hrefs={hrefsOf(group.key, hrefOf)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LinkedGroup {
  readonly group: GroupFigures;
  readonly hrefOf: HrefOf;
}

function CountsTable({ groups }: { groups: readonly LinkedGroup[] }) {
  return (
    <details className="data">
      <summary>{DASHBOARD.statusTable}</summary>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{DASHBOARD.statusHead}</th>
              {PAIR_STATUS_DRAWING_ORDER.map((status) => (
                <th key={status} scope="col" className="n">
                  {PAIR_STATUS_LABELS[status]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, hrefOf }) => (
              <tr key={group.key}>
                <th scope="row">{group.label}</th>
                {PAIR_STATUS_DRAWING_ORDER.map((status) => (
                  <td key={status} className="n">
                    <LinkedCount href={hrefOf(group.key, status)} count={group.status[status]} of="pairs" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type DeskHref = (desk: 'real' | 'waiting' | 'other') => string;

function RealDesks({
  real,
  waiting,
  total,
  hrefOf,
}: {
  real: number;
  waiting: number;
  total: number;
  hrefOf: DeskHref;
}) {
  const other = total - real - waiting;
  const [realWord, waitingWord, otherWord] = DASHBOARD.realLegend;
  // One picture: a row of units drawn as three bands, so that a large county stays one drawing.
  const units = [
    ...Array.from({ length: real }, () => 'u1'),
    ...Array.from({ length: waiting }, () => 'u2'),
    ...Array.from({ length: other }, () => 'u3'),
  ];
  const markup = units.map((look) => `<i class="${look}"></i>`).join('');
  const bands = [
    ['u1', 'real', realWord, real],
    ['u2', 'waiting', waitingWord, waiting],
    ['u3', 'other', otherWord, other],
  ] as const;
  return (
    <div className="real">
      <h3>{DASHBOARD.realTitle}</h3>
      <p className="small muted">
        <b className="rb">{formatInteger(real)}</b> {DASHBOARD.realText(total)}{' '}
        {waiting > 0 && DASHBOARD.realWaiting(waiting)}
      </p>
      <div
        className="units"
        role="img"
        aria-label={DASHBOARD.realPicture(real, waiting, other)}
        dangerouslySetInnerHTML={{ __html: markup }}
      />
      <ul className="legend">
        {bands.map(([look, desk, word, count]) => (
          <li key={desk}>
            <i className={look} />
            <CountLink href={hrefOf(desk)} count={count} of="pairs">
              {word} <b>{formatInteger(count)}</b>
            </CountLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Status of bodies in tracks, by category and by district; every part leads to its list. */
export function StatusSection({
  total,
  byCategory,
  byDistrict,
  realDesks,
  categoryHref,
  districtHref,
  totalHref,
  deskHref,
}: {
  total: GroupFigures;
  byCategory: readonly GroupFigures[];
  byDistrict: readonly GroupFigures[];
  realDesks: { readonly real: number; readonly waiting: number; readonly total: number } | null;
  categoryHref: HrefOf;
  districtHref: HrefOf;
  totalHref: (status: PairStatus) => string;
  deskHref: DeskHref;
}) {
  return (
    <Section
      id="status"
      title={DASHBOARD.statusTitle}
      aside={<span className="small faint">{DASHBOARD.statusAside(pairsOf(total))}</span>}
      take={DASHBOARD.statusTake(total.status.late, total.status.awaiting_review, total.status.missed)}
    >
      <div className="sl">
        <StatusKey counts={total.status} hrefs={hrefsOf(total.key, (_, status) => totalHref(status as PairStatus))} />
      </div>
      <div className="st2">
        <StackTable head={DASHBOARD.category} groups={byCategory} hrefOf={categoryHref} />
        <StackTable head={DASHBOARD.district} groups={byDistrict} hrefOf={districtHref} />
        {realDesks !== null && <RealDesks {...realDesks} hrefOf={deskHref} />}
      </div>
      <CountsTable
        groups={[
          ...byCategory.map((group) => ({ group, hrefOf: categoryHref })),
          ...byDistrict.map((group) => ({ group, hrefOf: districtHref })),
        ]}
      />
    </Section>
  );
}
