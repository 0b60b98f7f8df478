import { describe, expect, test } from 'vitest';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneEvent } from '@/lib/domain/milestone-state';
import { effectiveDueOn } from '@/lib/domain/transitions';
import { event, jalali, stateAfter } from './builders';

/** Wednesday 1397/09/07 */
const BASELINE = jalali('1397/09/07');

function dueAfter(...events: MilestoneEvent[]): CivilDate {
  return effectiveDueOn(stateAfter(events, BASELINE), BASELINE);
}

describe('the effective due date', () => {
  test('starts as the baseline and stays there while nobody decides otherwise', () => {
    expect(dueAfter()).toBe(BASELINE);
    expect(dueAfter(event('start', jalali('1397/09/01')))).toBe(BASELINE);
    expect(dueAfter(event('claim', jalali('1397/09/20')))).toBe(BASELINE);
    expect(dueAfter(event('claim', BASELINE), event('verify', jalali('1397/09/20')))).toBe(BASELINE);
  });

  test('is set by an extension', () => {
    expect(dueAfter(event('extend', jalali('1397/09/05'), { dueOn: jalali('1397/09/24') }))).toBe(jalali('1397/09/24'));
  });

  test('stays extended through later work', () => {
    expect(
      dueAfter(
        event('extend', jalali('1397/09/05'), { dueOn: jalali('1397/09/24') }),
        event('start', jalali('1397/09/06')),
        event('block', jalali('1397/09/07')),
        event('unblock', jalali('1397/09/08')),
        event('claim', jalali('1397/09/09')),
        event('withdraw', jalali('1397/09/10')),
      ),
    ).toBe(jalali('1397/09/24'));
  });
});

describe('a return', () => {
  const onTime = event('claim', jalali('1397/09/06'));
  const late = event('claim', jalali('1397/09/08'));
  /** Saturday 1397/09/10; five working days later is Saturday 1397/09/17. */
  const RETURNED_ON = jalali('1397/09/10');

  test('with a later due date sets it', () => {
    expect(dueAfter(onTime, event('return', RETURNED_ON, { dueOn: jalali('1397/09/13') }))).toBe(jalali('1397/09/13'));
  });

  test('with a due date that is earlier than the current one leaves the current one', () => {
    expect(dueAfter(onTime, event('return', jalali('1397/09/06'), { dueOn: jalali('1397/09/01') }))).toBe(BASELINE);
  });

  test('with a due date sets it for a late claim too', () => {
    expect(dueAfter(late, event('return', RETURNED_ON, { dueOn: jalali('1397/09/13') }))).toBe(jalali('1397/09/13'));
  });

  test('of an on-time claim without a due date grants five working days from the day of recording', () => {
    expect(dueAfter(onTime, event('return', RETURNED_ON))).toBe(jalali('1397/09/17'));
  });

  test('counts the five working days over holidays', () => {
    // Recorded on Saturday 1397/09/03; Sunday 09/04 is a holiday.
    const early = event('claim', jalali('1397/09/03'));
    expect(dueAfter(early, event('return', jalali('1397/09/03')))).toBe(jalali('1397/09/11'));
  });

  test('of a claim long before the due date takes nothing away', () => {
    const early = event('claim', jalali('1397/08/05'));
    expect(dueAfter(early, event('return', jalali('1397/08/06')))).toBe(BASELINE);
  });

  test('of a late claim without a due date leaves the due date', () => {
    expect(dueAfter(late, event('return', RETURNED_ON))).toBe(BASELINE);
  });

  test('a claim that happened on the due date itself is on time', () => {
    expect(dueAfter(event('claim', BASELINE), event('return', RETURNED_ON))).toBe(jalali('1397/09/17'));
  });

  test('what counts is the day on which the work was done, not the day on which the office learned it', () => {
    const paper = event('claim', jalali('1397/09/09'), { occurredOn: BASELINE });
    expect(stateAfter([paper], BASELINE).claim?.isOnTime).toBe(true);
    expect(dueAfter(paper, event('return', RETURNED_ON))).toBe(jalali('1397/09/17'));
  });

  test('an extension before the claim makes it on time, one after it does not', () => {
    const extension = { dueOn: jalali('1397/09/12') };
    const claim = event('claim', jalali('1397/09/08'));
    expect(dueAfter(event('extend', jalali('1397/09/05'), extension), claim, event('return', RETURNED_ON))).toBe(
      jalali('1397/09/17'),
    );
    expect(dueAfter(claim, event('extend', jalali('1397/09/09'), extension), event('return', RETURNED_ON))).toBe(
      jalali('1397/09/12'),
    );
  });

  test('the five days run from the day of recording, when the body learned of it, not from an earlier decision', () => {
    expect(dueAfter(onTime, event('return', RETURNED_ON, { occurredOn: jalali('1397/09/07') }))).toBe(
      jalali('1397/09/17'),
    );
  });

  test('each return looks at the claim before it', () => {
    const first = [onTime, event('return', RETURNED_ON)];
    const late2 = event('claim', jalali('1397/09/18'));
    expect(dueAfter(...first, late2, event('return', jalali('1397/09/19')))).toBe(jalali('1397/09/17'));
    const onTime2 = event('claim', jalali('1397/09/17'));
    expect(dueAfter(...first, onTime2, event('return', jalali('1397/09/19')))).toBe(jalali('1397/09/26'));
  });
});

describe('a reopening', () => {
  const REOPENED_ON = jalali('1397/09/10');

  test('of an on-time claim grants five working days from the day of recording', () => {
    const claim = event('claim', jalali('1397/08/01'));
    expect(dueAfter(claim, event('verify', jalali('1397/08/05')), event('reopen', REOPENED_ON))).toBe(
      jalali('1397/09/17'),
    );
  });

  test('of a late claim leaves the due date', () => {
    const claim = event('claim', jalali('1397/09/08'));
    expect(dueAfter(claim, event('verify', jalali('1397/09/09')), event('reopen', REOPENED_ON))).toBe(BASELINE);
  });

  test('with a due date sets it', () => {
    const claim = event('claim', jalali('1397/09/08'));
    expect(
      dueAfter(
        claim,
        event('verify', jalali('1397/09/09')),
        event('reopen', REOPENED_ON, { dueOn: jalali('1397/10/01') }),
      ),
    ).toBe(jalali('1397/10/01'));
  });

  test('of a certification, which has no claim, leaves the due date', () => {
    const certify = event('certify', jalali('1397/08/05'));
    expect(dueAfter(certify, event('reopen', REOPENED_ON))).toBe(BASELINE);
    const earlierClaim = [event('claim', jalali('1397/08/01')), event('return', jalali('1397/08/02'))];
    expect(dueAfter(...earlierClaim, certify, event('reopen', REOPENED_ON))).toBe(BASELINE);
    expect(dueAfter(certify, event('reopen', REOPENED_ON, { dueOn: jalali('1397/10/01') }))).toBe(jalali('1397/10/01'));
  });
});

describe('undo gives the due date back', () => {
  const claim = event('claim', jalali('1397/09/06'));
  const returned = event('return', jalali('1397/09/10'), { dueOn: jalali('1397/09/28') });

  test('to the baseline', () => {
    expect(dueAfter(claim, returned)).toBe(jalali('1397/09/28'));
    expect(dueAfter(claim, returned, event('undo', jalali('1397/09/10')))).toBe(BASELINE);
  });

  test('to an extension made before', () => {
    const extension = event('extend', jalali('1397/09/05'), { dueOn: jalali('1397/09/20') });
    expect(dueAfter(extension, claim, returned, event('undo', jalali('1397/09/10')))).toBe(jalali('1397/09/20'));
  });
});
