import { countDecisionStates } from '@/lib/domain/decisions';
import type { EditionDocument, EditionPromiseRow } from '@/lib/domain/edition';
import { editionWords } from '@/lib/messages/edition-text';
import { decisionTiming } from '@/lib/messages/meeting';
import type { EditionScopes } from './edition-figures';
import { meetingOf, type DecisionView } from './meeting';

/** The order on paper: what was not kept first, then what was, then what is still to come. */
const ORDER = ['overdue', 'broken', 'kept', 'dropped', 'open'] as const;

function toRow(view: DecisionView): EditionPromiseRow {
  return {
    number: view.number,
    meetingOn: view.meetingOn,
    text: view.text,
    owner: view.owner,
    bodyCode: view.body?.code ?? null,
    bodyName: view.body?.name ?? null,
    promisedOn: view.promisedOn,
    state: view.state,
    timing: decisionTiming(view),
    note: view.outcome?.note ?? null,
  };
}

/**
 * What meetings decided: outcomes recorded since the compared edition, and every decision without an outcome, as of the report's day.
 * Nothing at all while no meeting has decided anything.
 */
export function promisesOf({ ctx, now, before }: EditionScopes): Pick<EditionDocument, 'promises'> {
  const { decisions } = meetingOf(ctx.db, now);
  if (decisions.length === 0) return {};
  const since = before?.asOf ?? null;
  const reported = decisions.filter(({ outcome }) => outcome === null || since === null || outcome.recordedOn > since);
  const rows = [...reported].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      (a.promisedOn === b.promisedOn ? a.number - b.number : a.promisedOn < b.promisedOn ? -1 : 1),
  );
  return {
    promises: {
      sentence: editionWords.promisesSentence(countDecisionStates(reported), now.asOf, since),
      rows: rows.map(toRow),
    },
  };
}
