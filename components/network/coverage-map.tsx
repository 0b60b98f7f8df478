import { CountLink, LinkedCount } from '@/components/ui/count-link';
import { classNames } from '@/components/ui/class-names';
import { Table } from '@/components/ui/table';
import { coverageLevel, type AreaCoverage } from '@/lib/domain/network';
import { formatInteger, formatPercentValue } from '@/lib/format/numbers';
import { NETWORK as W } from '@/lib/messages/network';

export interface MapCell extends AreaCoverage {
  readonly key: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly place: { readonly column: number; readonly row: number };
  /** The bodies of the cell; null without any. */
  readonly href: string | null;
  readonly blockedHref: string;
}

export interface MapDistrict extends AreaCoverage {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly blockedHref: string;
  readonly cells: readonly MapCell[];
}

const shareText = (share: number | null) => (share === null ? '–' : W.percent(share));

/** Sides on which a cell touches another of its district: there it has no wall. */
function openSides(cell: MapCell, cells: readonly MapCell[]): string {
  const { column, row } = cell.place;
  const touches = (across: number, down: number) =>
    cells.some(
      ({ districtCode, place }) =>
        districtCode === cell.districtCode && place.column === column + across && place.row === row + down,
    );
  return classNames(
    touches(-1, 0) && 'open-east',
    touches(1, 0) && 'open-west',
    touches(0, -1) && 'open-north',
    touches(0, 1) && 'open-south',
  );
}

/** A gauge at the edge of a cell: its line shows in black and white too. */
function Gauge({ share }: { share: number | null }) {
  const height = Math.round((share ?? 0) * 100);
  return (
    <svg className="nm-gauge" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <rect y={100 - height} width="10" height={height} />
      <path d="M0 0v100" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function CellBody({ cell }: { cell: MapCell }) {
  const { name, districtName, bodies, share, verified, blocked } = cell;
  return (
    <>
      <Gauge share={share} />
      <span className="nm-name">{name}</span>
      <small>{W.inDistrict(districtName)}</small>
      <b className="nm-share">{shareText(share)}</b>
      <small>
        {share === null
          ? W.noBodies
          : `${W.levels[coverageLevel(share)]} · ${verified === null ? W.bodiesCount(bodies) : W.ofBodies(verified, bodies)}`}
      </small>
      {blocked > 0 && <small className="nm-blocked">{W.blockedShort(blocked)}</small>}
    </>
  );
}

/** The county as a grid of cells; on a narrow screen the same cells are a list. */
export function CoverageMap({ cells }: { cells: readonly MapCell[] }) {
  return (
    <ul className="nmap" aria-label={W.mapCaption}>
      {cells.map((cell) => (
        <li
          key={cell.key}
          className={openSides(cell, cells)}
          style={{ gridColumn: cell.place.column, gridRow: cell.place.row }}
          data-area={cell.key}
        >
          {cell.href === null ? (
            <div className="nm-cell">
              <CellBody cell={cell} />
            </div>
          ) : (
            <CountLink className="nm-cell" href={cell.href} count={cell.bodies} of="bodies">
              <CellBody cell={cell} />
            </CountLink>
          )}
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  figures: AreaCoverage;
  href: string | null;
  blockedHref: string;
  ofStep: boolean;
}

function Numbers({ figures: { bodies, share, verified, blocked }, href, blockedHref, ofStep }: RowProps) {
  return (
    <>
      <td className="n">
        {href === null ? (
          <span className="faint">{formatInteger(bodies)}</span>
        ) : (
          <LinkedCount count={bodies} of="bodies" href={href} />
        )}
      </td>
      {ofStep && <td className="n">{verified === null ? '–' : formatInteger(verified)}</td>}
      <td className="n">{share === null ? <span className="faint">–</span> : <b>{formatPercentValue(share, 0)}</b>}</td>
      <td className="n">
        <LinkedCount count={blocked} of="bodies" href={blockedHref} />
      </td>
    </>
  );
}

/** The same figures as a table, with a sum for every district. */
export function CoverageTable({
  districts,
  total,
  href,
  blockedHref,
  ofStep,
}: {
  districts: readonly MapDistrict[];
  total: AreaCoverage;
  href: string;
  blockedHref: string;
  /** One milestone is measured, so bodies can be counted. */
  ofStep: boolean;
}) {
  return (
    <Table caption={W.areasCaption}>
      <thead>
        <tr>
          <th scope="col">{W.district}</th>
          <th scope="col">{W.ruralDistrict}</th>
          <th scope="col" className="n">
            {W.bodies}
          </th>
          {ofStep && (
            <th scope="col" className="n">
              {W.verifiedBodies}
            </th>
          )}
          <th scope="col" className="n">
            {W.verifiedShare} (٪)
          </th>
          <th scope="col" className="n">
            {W.blockedBodies}
          </th>
        </tr>
      </thead>
      {districts.map((district) => (
        <tbody key={district.code}>
          {district.cells.map((cell) => (
            <tr key={cell.key}>
              <td>{district.name}</td>
              <th scope="row">{cell.name}</th>
              <Numbers figures={cell} href={cell.href} blockedHref={cell.blockedHref} ofStep={ofStep} />
            </tr>
          ))}
          <tr className="b">
            <td>{district.name}</td>
            <th scope="row">{W.wholeDistrict}</th>
            <Numbers figures={district} href={district.href} blockedHref={district.blockedHref} ofStep={ofStep} />
          </tr>
        </tbody>
      ))}
      <tbody>
        <tr className="b">
          <td />
          <th scope="row">{W.wholeCounty}</th>
          <Numbers figures={total} href={href} blockedHref={blockedHref} ofStep={ofStep} />
        </tr>
      </tbody>
    </Table>
  );
}
