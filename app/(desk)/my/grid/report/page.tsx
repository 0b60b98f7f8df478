import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { gridMark } from '@/components/villages/grid-mark';
import { gridHref, jointReportHref } from '@/components/villages/links';
import { formatInteger } from '@/lib/format/numbers';
import { MILESTONES, stepName } from '@/lib/messages/milestones';
import { bodyNoun, GRID_MARK_LABELS, JOINT } from '@/lib/messages/villages';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getJointChoice, type JointChoice } from '@/lib/services/my-grid';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { JointForm } from './joint-form';
import '../../my.css';
import '../grid.css';

export const metadata: Metadata = { title: JOINT.titles.claim };

function parse(query: QueryParams): Parameters<typeof getJointChoice>[1] & { readonly rural: string | null } {
  const asked = queryValue(query, 'do');
  return {
    kind: asked === 'block' || asked === 'check_in' ? asked : 'claim',
    milestone: queryValue(query, 'step'),
    programme: queryValue(query, 'programme'),
    rural: queryValue(query, 'rural'),
  };
}

/** One report for many own bodies: which of them, and one letter for all. */
export default async function JointReportPage({ searchParams }: PageProps<'/my/grid/report'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const asked = parse(query);
  const choice = readOrNotFound(() => getJointChoice(ctx, asked));
  const { milestone, candidates } = choice;
  const noun = bodyNoun([...candidates, ...choice.others].map(({ body }) => body.category));
  return (
    <div className="wrap page my step-page joint" data-total-bodies={candidates.length}>
      <p className="crumb">
        <a href={gridHref({ programme: choice.programmeCode, track: choice.trackCode })}>{JOINT.back}</a>
      </p>
      {milestone !== null && <p className="eyebrow">{JOINT.titles[choice.kind]}</p>}
      <h1>{milestone === null ? JOINT.titles.check_in : milestone.title}</h1>
      {milestone !== null && <p className="small muted">{stepName(choice.trackName ?? '', milestone.position)}</p>}
      <p className="take">{takeOf(choice, noun)}</p>
      {milestone !== null && (
        <dl className="kv step-facts">
          <dt>{MILESTONES.guidance}</dt>
          <dd>{milestone.guidance}</dd>
          <dt>{MILESTONES.evidence}</dt>
          <dd>{milestone.evidenceText}</dd>
        </dl>
      )}
      {candidates.length > 0 && <JointForm ctx={ctx} choice={choice} query={query} rural={asked.rural} noun={noun} />}
      {candidates.length === 0 && milestone === null && (
        <EmptyState level={2} title={JOINT.checkInAll}>
          {null}
        </EmptyState>
      )}
      {milestone !== null && choice.kind !== 'check_in' && (
        <p>
          <a
            href={jointReportHref({
              do: choice.kind === 'claim' ? 'block' : 'claim',
              programme: choice.programmeCode,
              step: milestone.code,
            })}
          >
            {JOINT.otherKinds[choice.kind === 'claim' ? 'block' : 'claim']}
          </a>
        </p>
      )}
      <Others choice={choice} />
    </div>
  );
}

const reasonOf = (other: JointChoice['others'][number]) => GRID_MARK_LABELS[gridMark(other)];

function takeOf(choice: JointChoice, noun: string): string {
  if (choice.kind === 'check_in') {
    return choice.reportedCount > 0 ? JOINT.checkInReported(choice.reportedCount) : JOINT.checkInTake;
  }
  const counts = new Map<string, number>();
  for (const other of choice.others) counts.set(reasonOf(other), (counts.get(reasonOf(other)) ?? 0) + 1);
  if (choice.candidates.length === 0) return JOINT.none;
  return JOINT.preview(
    choice.candidates.length,
    noun,
    [...counts].map(([reason, count]) => ({ reason, count })),
  );
}

/** Bodies that have the step and cannot be part of this, one by one. */
function Others({ choice }: { choice: JointChoice }) {
  if (choice.others.length === 0) return null;
  return (
    <details className="rest">
      <summary>
        <span>
          {JOINT.others} ({formatInteger(choice.others.length)})
        </span>
      </summary>
      <ul className="joint-others">
        {choice.others.map((other) => (
          <li key={other.body.code}>
            <a
              href={`/my/${encodeURIComponent(other.body.code)}/${encodeURIComponent(choice.milestone?.code ?? '')}?programme=${encodeURIComponent(choice.programmeCode ?? '')}`}
            >
              {other.body.name}
            </a>
            <span className="small muted">{reasonOf(other)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
