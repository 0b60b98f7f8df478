import { describe, expect, it } from 'vitest';
import { renderReport } from '@/components/reports/render-report';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { EDITION_SHEETS as W } from '@/lib/messages/report-files';
import { getEdition } from '@/lib/services/editions';
import { editionTables } from '@/lib/services/exports/edition-tables';
import { recordReadings } from '@/lib/services/indicator-readings';
import { changeSettings } from '@/lib/services/settings';
import { issueEdition } from '../support/issue-edition';
import { smallCounty, type County } from '../support/small-county';

/** The Friday before the day on which the tests stand. */
const FRIDAY: CivilDate = '2018-12-07';
const SPOKEN_ON: CivilDate = '2018-12-01';

function report(county: County, body: string, month: JalaliMonth, numerator: number, today = SPOKEN_ON) {
  recordReadings(county.as('liaison', { bodies: [body], today }), {
    bodyCode: body,
    month,
    entries: [
      { code: 'IN2', numerator, denominator: 100, value: null, note: 'چنین بود' },
      { code: 'IN11', numerator: 100 - numerator, denominator: 1000, value: null, note: 'چنین بود' },
    ],
  });
}

async function reported(): Promise<County> {
  const county = await smallCounty();
  report(county, 'EA-001', '1397-06', 50);
  report(county, 'EA-001', '1397-08', 60);
  report(county, 'EA-002', '1397-08', 80);
  return county;
}

describe('outcomes in the weekly report', () => {
  it('are the newest month that is over, with coverage and the change since the baseline month', async () => {
    const county = await reported();
    const { document } = issueEdition(county.as('deputy'), { week: FRIDAY });
    expect(document.format).toBe(4);
    expect(document.outcomes?.baselineMonth).toBe('1397-06');
    expect(document.outcomes?.rows).toEqual([
      {
        code: 'IN2',
        title: 'به‌موقع بودن',
        unit: 'درصد',
        month: '1397-08',
        mean: 70,
        bodies: 2,
        expected: 6,
        fromSurvey: 0,
        change: 10,
        changeBodies: 1,
        trend: 'better',
      },
      expect.objectContaining({ code: 'IN11', mean: 30, change: -10, trend: 'better' }),
    ]);
    expect(document.outcomes?.sentence).toContain('۲ شاخص بهتر');
  });

  it('speak of the month before while nobody has reported the newest', async () => {
    const county = await smallCounty();
    report(county, 'EA-001', '1397-07', 60);
    const row = issueEdition(county.as('deputy'), { week: FRIDAY }).document.outcomes?.rows[0];
    expect(row).toMatchObject({ month: '1397-07', change: null, trend: null });
  });

  it('know nothing that was recorded after their Friday', async () => {
    const county = await smallCounty();
    report(county, 'EA-001', '1397-08', 60, '2018-12-08');
    expect('outcomes' in issueEdition(county.as('deputy'), { week: FRIDAY }).document).toBe(false);
  });

  it('have a section on paper and a sheet, and older documents have neither', async () => {
    const county = await reported();
    const { document } = issueEdition(county.as('deputy'), { week: FRIDAY });
    const html = renderReport(document);
    expect(html).toContain('پیامدها برای مردم');
    expect(html).toContain('۲ از ۶');
    const sheet = editionTables(document).find(({ name }) => name === W.outcomes);
    expect(sheet?.rows[0]?.slice(0, 7)).toEqual(['IN2', 'به‌موقع بودن', 'درصد', '1397-08', 70, 2, 6]);
    const { outcomes: _, ...older } = document;
    const old = renderReport({ ...older, format: 3 });
    expect(old).not.toContain('پیامدها برای مردم');
    const sections = (text: string) => text.split('<span class="hn">').length;
    expect(sections(html)).toBe(sections(old) + 1);
  });

  it('may be left out, and are then nowhere in the document', async () => {
    const county = await reported();
    changeSettings(county.as('admin'), { sectionsLeftOut: ['outcomes'] });
    const { document } = issueEdition(county.as('deputy'), { week: FRIDAY });
    expect('outcomes' in document).toBe(false);
    expect(JSON.stringify(document)).not.toContain('IN11');
  });

  it('are not in the summary of a liaison', async () => {
    const county = await reported();
    issueEdition(county.as('deputy'), { week: FRIDAY });
    expect(getEdition(county.as('viewer'), 1).document.outcomes?.rows).toHaveLength(2);
    const own = getEdition(county.as('liaison', { bodies: ['EA-001'] }), 1);
    expect('outcomes' in own.document).toBe(false);
  });
});
