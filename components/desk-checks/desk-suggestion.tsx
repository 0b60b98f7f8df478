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

/** What the last look at a desk says about one milestone, for the reviewer to weigh; short, since the decision stands below it. */
export function DeskSuggestion({ bodyCode, url, check, findings }: DeskSuggestionProps) {
  return (
    <section className="blk desk-suggestion" title={DESKS.suggestionTake}>
      <h3>
        {DESKS.suggestion}{' '}
        <a className="small" href={`/inspections/desks/${encodeURIComponent(bodyCode)}`}>
          {check === null ? DESKS.oneDesk : DESKS.suggestionOn(check.recordedOn)}
        </a>
      </h3>
      {check === null ? (
        <p className="small">{url === null ? DESKS.suggestionNoAddress : DESKS.suggestionNone}</p>
      ) : check.outcome !== 'answered' ? (
        <p className="small">{DESKS.suggestionFailed(check.outcome)}</p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li key={finding.code}>
              <Icon name={finding.passage === null ? 'info' : 'complete'} />
              <div>
                {finding.passage === null || finding.url === null ? (
                  DESKS.suggestionNotSeen(finding.title)
                ) : (
                  <>
                    {finding.title}: {DESKS.suggestionSeenOn} <DeskLink url={finding.url} /> {DESKS.suggestionSeen}
                    <q className="desk-passage" title={finding.passage}>
                      {finding.passage}
                    </q>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
