import { staticMarkup } from '@/components/static-markup';
import { CountLink } from '@/components/ui/count-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import { Segmented } from '@/components/ui/segmented';
import { GridLegend, GridTable } from '@/components/villages/grid-table';
import { GRID_MARK_LOOK, gridMark } from '@/components/villages/grid-mark';
import { gridHref, jointReportHref } from '@/components/villages/links';
import { formatInteger } from '@/lib/format/numbers';
import { stepName } from '@/lib/messages/milestones';
import { MY } from '@/lib/messages/my';
import { bodyNoun, GRID, type GridMark } from '@/lib/messages/villages';
import { GRID_FILTERS, type MyGrid } from '@/lib/services/my-grid';

/** The whole grid as text (ADR 003): a hundred bodies and ten steps are a thousand cells. */
export function gridMarkup(grid: MyGrid): string {
  return staticMarkup(<Grid grid={grid} />);
}

function Grid({ grid }: { grid: MyGrid }) {
  const { track, rows, columns, bodyCount } = grid;
  if (track === null) {
    return (
      <div className="wrap page my">
        <EmptyState level={1} title={MY.noBodies}>
          {MY.noBodiesText}
        </EmptyState>
      </div>
    );
  }
  const noun = bodyNoun(rows.map(({ body }) => body.category));
  return (
    <div className="wrap page my grid-page" data-total-bodies={rows.length}>
      <p className="crumb">
        <a href="/my">{MY.title}</a>
      </p>
      <h1>{GRID.title}</h1>
      <p className="take">{GRID.take(bodyCount, noun)}</p>
      <Segmented
        label={GRID.tracks}
        items={grid.tracks.map((each) => ({
          key: `${each.programmeCode} ${each.code}`,
          href: addressOf(grid, { programme: each.programmeCode, track: each.code }),
          label: each.name,
          isCurrent: each.code === track.code && each.programmeCode === track.programmeCode,
        }))}
      />
      <StepNames grid={grid} noun={noun} />
      <Filters grid={grid} />
      <p className="small muted" role="status">
        {rows.length === 0 ? GRID.none : GRID.shown(rows.length, bodyCount, noun)}
        {rows.length < bodyCount && (
          <>
            {' '}
            <a href={gridHref({ programme: track.programmeCode, track: track.code })}>{GRID.clear}</a>
          </>
        )}
      </p>
      {rows.length > 0 && (
        <GridTable
          trackName={track.name}
          programmeCode={track.programmeCode}
          noun={noun}
          columns={columns}
          rows={rows}
        />
      )}
      <GridLegend marks={marksOf(grid)} />
      <p className="row grid-acts">
        <a className="btn" href={jointReportHref({ do: 'check_in' })}>
          {GRID.checkIn}
        </a>
        <a className="btn quiet" href="/my/forms">
          <Icon name="print" />
          {GRID.forms}
        </a>
      </p>
    </div>
  );
}

/** The same grid, with something else in its address. */
function addressOf({ query, track }: MyGrid, change: Parameters<typeof gridHref>[0]): string {
  return gridHref({ ...query, programme: track?.programmeCode, track: track?.code, ...change });
}

function Filters({ grid }: { grid: MyGrid }) {
  const { query, track, counts, ruralDistricts } = grid;
  return (
    <>
      <nav className="grid-filters" aria-label={GRID.filters}>
        <a href={addressOf(grid, { filter: null })} aria-current={query.filter === null ? 'true' : undefined}>
          {GRID.all}
        </a>
        {GRID_FILTERS.map((filter) => {
          const isCurrent = query.filter === filter;
          // what is searched for is left out, so that the number is the length of the list it leads to
          const href = gridHref({ programme: track?.programmeCode, track: track?.code, filter });
          return (
            <CountLink
              key={filter}
              href={href}
              count={counts[filter]}
              of="bodies"
              aria-current={isCurrent ? 'true' : undefined}
            >
              {GRID[filter]} <b>{formatInteger(counts[filter])}</b>
            </CountLink>
          );
        })}
      </nav>
      <form method="get" action="/my/grid" className="grid-search" role="search" aria-label={GRID.findLabel}>
        <input type="hidden" name="programme" value={track?.programmeCode} />
        <input type="hidden" name="track" value={track?.code} />
        {query.filter && <input type="hidden" name="filter" value={query.filter} />}
        <label>
          <span>{GRID.find}</span>
          <input className="input" type="search" name="find" defaultValue={query.find ?? ''} autoComplete="off" />
        </label>
        {ruralDistricts.length > 1 && (
          <FilterSelect
            name="rural"
            label={GRID.rural}
            value={query.rural}
            any={GRID.allRural}
            options={ruralDistricts.map(
              ({ code, name, count }) => [code, `${name} (${formatInteger(count)})`] as const,
            )}
          />
        )}
        <button className="btn" type="submit">
          {GRID.apply}
        </button>
      </form>
    </>
  );
}

/** On a phone the heads of the columns are numbers; here the steps have their names, and the way to report each for many. */
function StepNames({ grid, noun }: { grid: MyGrid; noun: string }) {
  const { columns, track } = grid;
  return (
    <section className="grid-steps" aria-labelledby="grid-steps-title">
      <h2 className="step-heading" id="grid-steps-title">
        {GRID.steps}
      </h2>
      <ol className="list">
        {columns.map(({ milestone, readyCount }) => (
          <li key={milestone.code}>
            <span>
              <b>{stepName(track?.name ?? '', milestone.position)}</b> {milestone.title}
            </span>
            {readyCount > 0 && (
              <CountLink
                href={jointReportHref({ do: 'claim', programme: track?.programmeCode, step: milestone.code })}
                count={readyCount}
                of="bodies"
              >
                {GRID.reportStep('', readyCount, noun).replace(/ {2,}/g, ' ')}
              </CountLink>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function marksOf({ rows }: MyGrid): GridMark[] {
  const present = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : gridMark(cell)))));
  return (Object.keys(GRID_MARK_LOOK) as GridMark[]).filter((mark) => present.has(mark));
}
