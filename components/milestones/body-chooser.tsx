import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatInteger } from '@/lib/format/numbers';
import { MY } from '@/lib/messages/my';
import { GRID } from '@/lib/messages/villages';
import { gridHref } from '@/components/villages/links';
import { BodyFind } from './body-find';

export interface ChooserBody {
  readonly code: string;
  readonly name: string;
  readonly districtName: string;
  readonly ruralDistrictName: string | null;
  readonly nextCount: number;
}

export interface BodyChooserProps {
  bodies: readonly ChooserBody[];
  selected: ChooserBody;
  /** What was typed to find a body. */
  find: string | null;
  /** Bodies that fit; null while nothing was typed. */
  found: readonly ChooserBody[] | null;
}

/** Above this many bodies the list is searched, not scrolled. */
const SHORT_LIST = 8;

const place = ({ ruralDistrictName, districtName }: ChooserBody) =>
  [ruralDistrictName && `دهستان ${ruralDistrictName}`, districtName && `بخش ${districtName}`]
    .filter(Boolean)
    .join('، ');

/** Which body the page is about, and the way to another one. Works without script. */
export function BodyChooser({ bodies, selected, find, found }: BodyChooserProps) {
  const listed = found ?? bodies;
  return (
    <div className="body-chooser">
      <div className="body-name">
        <b>{selected.name}</b>
        <small>{place(selected)}</small>
      </div>
      {bodies.length > 1 && (
        <a className="btn sm" href={gridHref()}>
          {GRID.link(bodies.length)}
        </a>
      )}
      {bodies.length > 1 && (
        <details open={find !== null}>
          <summary className="btn sm">
            {MY.changeBody}
            <Icon name="chevron_down" />
          </summary>
          <div className="body-list">
            {bodies.length > SHORT_LIST && (
              <form action="/my" method="get" role="search">
                <label htmlFor="find-body">{MY.findBody}</label>
                <div className="row">
                  <BodyFind id="find-body" defaultValue={find ?? ''} />
                  <input type="hidden" name="body" value={selected.code} />
                  <Button type="submit">{MY.find}</Button>
                </div>
              </form>
            )}
            <p className="small muted" role={found === null ? undefined : 'status'}>
              {found === null ? MY.allBodies(bodies.length) : MY.foundBodies(found.length)}
            </p>
            <ul>
              {listed.map((body) => (
                <li key={body.code}>
                  <a
                    href={`/my?body=${encodeURIComponent(body.code)}`}
                    aria-current={body.code === selected.code ? 'true' : undefined}
                  >
                    <span>
                      {body.name}
                      <small>{place(body)}</small>
                    </span>
                    {body.nextCount > 0 && (
                      <span className="count">
                        {formatInteger(body.nextCount)}
                        <span className="vh"> {MY.nextShort}</span>
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </div>
  );
}
