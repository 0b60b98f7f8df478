import { Icon } from '@/components/ui/icon';
import { DESKS } from '@/lib/messages/desk-checks';
import type { ShownCheck } from './check-view';
import { DeskLink } from './desk-look';

export interface DeskSuggestionProps {
  bodyCode: string;
  url: string | null;
  check: Pick<ShownCheck, 'recordedOn' | 'outcome'> | null;
  /** Of the milestone alone. */
  findings: ShownCheck['findings'];
}

/** What the last look at a desk says about one milestone, for the reviewer to weigh. */
export function DeskSuggestion({ bodyCode, url, check, findings }: DeskSuggestionProps) {
  return (
    <section className="blk desk-suggestion">
      <h3>{DESKS.suggestion}</h3>
      <p className="small muted">{DESKS.suggestionTake}</p>
      {check === null ? (
        <p className="small">{url === null ? DESKS.suggestionNoAddress : DESKS.suggestionNone}</p>
      ) : check.outcome !== 'answered' ? (
        <p className="small">{DESKS.suggestionFailed(check.outcome, check.recordedOn)}</p>
      ) : (
        <ul className="list">
          {findings.map((finding) => (
            <li key={finding.code}>
              <Icon name={finding.passage === null ? 'info' : 'complete'} />
              <div>
                <b>{finding.title}:</b>{' '}
                {finding.passage === null || finding.url === null ? (
                  DESKS.notSeen
                ) : (
                  <>
                    {DESKS.suggestionSeenOn} <DeskLink url={finding.url} /> {DESKS.suggestionSeen}:{' '}
                    <q className="desk-passage">{finding.passage}</q>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        {check !== null && `${DESKS.suggestionOn(check.recordedOn)} · `}
        <a href={`/inspections/desks/${encodeURIComponent(bodyCode)}`}>{DESKS.openDesk}</a>
      </p>
    </section>
  );
}
