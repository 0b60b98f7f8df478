import { formatDayMonth, formatWeekday } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { OUTLOOK } from '@/lib/messages/auth';
import { joinWords } from '@/lib/messages/common';
import { FRAME } from '@/lib/messages/frame';
import type { Outlook } from '@/lib/services/frame';

/** What is to be done, by how many, until when. */
export function ProgrammeOutlook({ outlook }: { outlook: Outlook | null }) {
  if (outlook === null) return <h2>{OUTLOOK.noProgramme}</h2>;
  const { next, countyName, trackTitles } = outlook;
  return (
    <>
      <h2>{OUTLOOK.title(outlook.programmeTitle, countyName === null ? '' : FRAME.countyTitle(countyName))}</h2>
      <dl>
        {next && (
          <>
            <dt>{formatInteger(next.countdown.calendarDaysLeft)}</dt>
            <dd>
              <b>{OUTLOOK.daysTo(joinWords(next.trackTitles))}</b>
              {deadlineSentence(next.countdown)}
            </dd>
          </>
        )}
        <dt>{formatInteger(outlook.bodyCount)}</dt>
        <dd>
          <b>{OUTLOOK.bodies}</b>
          {OUTLOOK.bodiesHint}
        </dd>
        <dt>{formatInteger(outlook.milestoneCount)}</dt>
        <dd>
          <b>{OUTLOOK.steps(formatInteger(trackTitles.length))}</b>
          {trackTitles.join('، ')}
        </dd>
      </dl>
    </>
  );
}

function deadlineSentence({ deadlineOn, lastWorkingDayOn }: NonNullable<Outlook['next']>['countdown']): string {
  if (deadlineOn === lastWorkingDayOn) return OUTLOOK.deadlineOnWorkingDay(formatDayMonth(deadlineOn));
  return OUTLOOK.deadline(
    `${formatWeekday(deadlineOn)} ${formatDayMonth(deadlineOn)}`,
    `${formatWeekday(lastWorkingDayOn)} ${formatDayMonth(lastWorkingDayOn)}`,
  );
}
