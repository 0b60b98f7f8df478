import type { HistoryItem } from '@/components/bodies/history-list';
import type { RequestItem } from '@/components/bodies/request-list';
import { formatDigits } from '@/lib/format/numbers';
import type { SCurveData } from '@/components/charts/s-curve-points';
import type { BodyCard } from '@/lib/services/bodies';
import type { BodyFile } from '@/lib/services/body-file';
import type { Scope } from '@/lib/services/scope';
import { trackShortNames } from '@/lib/services/track-names';

/** Names a milestone as people do: the track's short title and the milestone's position. */
function stepNames(
  scope: Scope,
): (milestoneId: number | null) => { readonly name: string; readonly startOn: string | null } {
  const shorts = trackShortNames(scope.reference);
  return (milestoneId) => {
    const milestone = scope.reference.milestones.find(({ id }) => id === milestoneId);
    const track = scope.tracks.find(({ id }) => id === milestone?.trackId);
    if (!milestone || !track) return { name: '', startOn: null };
    return {
      name: `${shorts.get(track.id) ?? track.title} ${formatDigits(milestone.position)}`,
      startOn: track.startOn,
    };
  };
}

/** The body's milestones for the choice over its history. */
export function stepChoices({ tracks, scope }: BodyCard): { readonly code: string; readonly name: string }[] {
  const step = stepNames(scope);
  return tracks.flatMap(({ figures }) =>
    figures.milestones.map(({ milestone }) => ({
      code: milestone.code,
      name: `${step(milestone.id).name}: ${milestone.shortTitle}`,
    })),
  );
}

/** The curve as the chart takes it: several tracks have several deadlines, so none is drawn. */
export function curveData({ card, curve }: BodyFile): SCurveData | null {
  if (curve === null) return null;
  return { ...curve, asOf: card.scope.asOf, deadline: null, forecastFinish: null };
}

/** What was recorded, with a link to each letter: to its page for those who read all letters, else to the paper itself. */
export function historyItems(
  file: Pick<BodyFile, 'history' | 'letters'>,
  scope: Scope,
  readsLetters: boolean,
): HistoryItem[] {
  const step = stepNames(scope);
  return file.history.map(({ event }) => {
    const { name, startOn } = step(event.milestoneId);
    const letterId = file.letters.get(event.id);
    return {
      ...event,
      step: name,
      isBeforeStart: startOn !== null && event.occurredOn < startOn,
      letterHref: letterId === undefined ? null : `/reports/letters/${letterId}${readsLetters ? '' : '/print'}`,
    };
  });
}

export function requestItems({ card, requests }: BodyFile, mayDecide: boolean): RequestItem[] {
  const step = stepNames(card.scope);
  return requests.map(({ request, answer }) => ({
    id: request.id,
    kind: request.requestKind ?? 'extension',
    step: step(request.milestoneId).name,
    recordedOn: request.recordedOn,
    dueOn: request.dueOn,
    note: request.note,
    outcome: answer?.outcome ?? null,
    answerNote: answer?.note ?? null,
    decideHref: mayDecide && answer === null ? `/review?item=${request.id}` : null,
  }));
}
