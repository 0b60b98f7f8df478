import { countdownTo } from '@/lib/domain/deadline';
import type { EditionDocument, EditionHeader, ReportSection } from '@/lib/domain/edition';
import { calculateVerdict } from '@/lib/domain/verdict';
import { editionWords, FORECAST_SENTENCES, paceSentence, type DeadlineFacts } from '@/lib/messages/edition-text';
import { verdictSentence } from '@/lib/messages/verdict';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { deadlineSubject, type EditionScopes } from './edition-figures';
import { districtName, lateBodyIds } from './edition-lists';
import { blockersOf } from './lateness';
import type { OfficeWords } from './office-words';
import { groupsOf } from './progress';
import { silentBodiesOf } from './silence';
import { waitingOf } from './waiting';

/** What the sentences of a report are made from. */
export interface EditionParts extends EditionScopes {
  readonly office: OfficeWords;
  readonly county: string;
  readonly facts: DeadlineFacts | null;
  readonly deadlineScopes: EditionScopes;
  readonly leftOut: readonly ReportSection[];
}

export function deadlineFacts(scopes: EditionScopes, deadline: CivilDate | null): DeadlineFacts | null {
  const { now } = scopes;
  const [group] = groupsOf(now, 'total');
  if (deadline === null || group === undefined) return null;
  const countdown = countdownTo(deadline, now.asOf, now.reference.workCalendar);
  const { forecastFinish, reason } = group.earnedSchedule;
  return {
    subject: deadlineSubject(now, deadline),
    asOf: now.asOf,
    deadline,
    daysLeft: countdown.calendarDaysLeft,
    workingDaysLeft: countdown.workingDaysLeft,
    lastWorkingDay: countdown.lastWorkingDayOn,
    forecastFinish: reason === null ? forecastFinish : null,
    forecastNote: FORECAST_SENTENCES[reason ?? 'no_data'],
    requiredPerWeek: group.requiredPerWeek,
    recentPerWeek: group.recentPerWeek,
    verified: group.verified,
    unverifiedMilestones: group.unverifiedMilestones,
  };
}

/** The verdict on the tracks of the report's deadline, then the pace it asks for. */
export function verdictOf({ facts, deadlineScopes: { now } }: EditionParts): EditionDocument['verdict'] {
  const ownSteps = waitingOf(now).ownSteps;
  const subjects = groupsOf(now, 'track').map((figures) => ({
    name: figures.label,
    figures,
    verdict: calculateVerdict(figures, now.asOf),
    ownStepsDue: ownSteps.filter(({ track }) => track?.code === figures.key).length,
  }));
  if (subjects.length === 0) return { lead: editionWords.curveNoData, sentence: '' };
  return { lead: verdictSentence(subjects, now.asOf), sentence: facts === null ? '' : paceSentence(facts) };
}

/** Bodies invited first to a meeting about delays. */
const MEETING_SIZE = 10;

export function letterOf(parts: EditionParts, header: EditionHeader): EditionDocument['letter'] {
  const { now, before, facts, office, deadlineScopes, leftOut } = parts;
  const { thresholds } = now.reference;
  const late = lateBodyIds(now).size;
  const waiting = waitingOf(now);
  const turns = new Map<string, number>();
  for (const { milestones } of blockersOf(now)) {
    for (const { turn } of milestones) turns.set(turn, (turns.get(turn) ?? 0) + 1);
  }
  const parents = turns.get('parent_agency') ?? 0;
  const telecom = turns.get('telecom') ?? 0;
  const [total] = groupsOf(now, 'total');
  const districts = groupsOf(now, 'district').map(({ key }) => districtName(now, key));
  const edition = editionWords.edition(header.number);
  return {
    recipient: office.recipient,
    subject: editionWords.subject(header.programmeTitle),
    subjectDetail: editionWords.subjectDetail(header),
    opening: editionWords.opening(header.legalReference, edition, total?.bodies ?? 0, header.asOf),
    points: [
      ...(facts === null
        ? []
        : [
            editionWords.progressPoint(
              facts,
              groupsOf(deadlineScopes.now, 'track').map(({ label, verified }) => ({ title: label, verified })),
            ),
          ]),
      editionWords.latePoint(
        late,
        before === null ? null : lateBodyIds(before).size,
        silentBodiesOf(now).length,
        thresholds.silentAfterDays,
        { late: !leftOut.includes('late'), silent: !leftOut.includes('silent') },
      ),
      editionWords.waitingPoint(waiting.claims.length, waiting.overTarget, thresholds.reviewTargetDays),
    ],
    request: editionWords.request([
      ...(late === 0 ? [] : [editionWords.requestMeeting(Math.min(MEETING_SIZE, late))]),
      ...(parents === 0 ? [] : [editionWords.requestParents(parents)]),
      ...(telecom === 0 ? [] : [editionWords.requestTelecom(telecom)]),
    ]),
    signatory: office.signatory,
    preparedTitle: office.preparedTitle,
    confirmedTitle: office.confirmedTitle,
    copies: office.copies ?? [
      ...(districts.length === 0 ? [] : [editionWords.districtHeads(districts)]),
      editionWords.secretariat,
    ],
  };
}
