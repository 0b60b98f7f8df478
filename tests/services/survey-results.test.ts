import { describe, expect, it } from 'vitest';
import { getMySurvey, getQuestionnaire, getSurveyPoster } from '@/lib/services/my-survey';
import { changeSettings } from '@/lib/services/settings';
import { recordPaperResponse } from '@/lib/services/survey-responses';
import { getSurveyResults, surveyBodiesTable, surveyItemsTable } from '@/lib/services/survey-results';
import { parseSurveyQuery } from '@/lib/validation/survey';
import { refusalOf } from '../support/milestone-world';
import { CENTRAL, smallCounty, type County } from '../support/small-county';

import { answered, BAD, GOOD, liaisonOf, newKey, openLink, recordPaper, resultsOf } from '../support/survey-world';

describe('the results of a month', () => {
  async function answeredCounty(): Promise<County> {
    const county = await smallCounty();
    for (let count = 0; count < 5; count += 1) recordPaper(county, 'EA-001', '1397-06', BAD);
    for (let count = 0; count < 5; count += 1) recordPaper(county, 'EA-001', '1397-08', GOOD);
    recordPaper(county, 'EA-001', '1397-08', answered('5555555555555555'));
    recordPaper(county, 'EA-002', '1397-08', BAD);
    return county;
  }

  it('have the number of responses beside every mean, and the change over bodies with both months', async () => {
    const view = resultsOf(await answeredCounty());
    expect(view).toMatchObject({ month: '1397-08', baselineMonth: '1397-06' });
    expect(view.total).toMatchObject({ responses: 7, bodies: 2, expected: 6 });
    // 5 × 75, straight down the page 75, and 25
    expect(view.total.measures.satisfaction).toMatchObject({
      mean: { value: 475 / 7, responses: 7 },
      baseline: { value: 25, responses: 5 },
      change: { trend: 'better', change: 50, bodies: 1 },
    });
    expect(view.total.measures.goBetween).toMatchObject({
      mean: { value: (2 / 7) * 100 },
      change: { trend: 'better' },
    });
    expect(view.detail.straightLined).toBe(1);
    expect(view.detail.channels).toEqual([
      { channel: 'paper', count: 7 },
      { channel: 'tablet', count: 0 },
      { channel: 'qr', count: 0 },
    ]);
    expect(view.detail.items[0]).toMatchObject({ item: { code: 'S1' }, counts: [0, 1, 0, 5, 1], answered: 7 });
    expect(view.detail.axes).toHaveLength(6);
    expect(view.trend.map(({ responses }) => responses)).toEqual([5, 0, 7]);
  });

  it('tell no change of a body with few responses in either month', async () => {
    const county = await smallCounty();
    for (let count = 0; count < 5; count += 1) recordPaper(county, 'EA-001', '1397-06', BAD);
    for (let count = 0; count < 4; count += 1) recordPaper(county, 'EA-001', '1397-08', GOOD);
    const change = () => [
      resultsOf(county).bodies[0]?.change,
      resultsOf(county, { body: 'EA-001' }).total.measures.satisfaction.change,
    ];
    expect(change()).toEqual([null, null]);
    recordPaper(county, 'EA-001', '1397-08', GOOD);
    expect(change()).toMatchObject([{ change: 50 }, { change: 50 }]);
  });

  it('by category, district and body', async () => {
    const county = await answeredCounty();
    const view = resultsOf(county);
    expect(view.byCategory.find(({ key }) => key === 'executive_agency')).toMatchObject({ responses: 7, expected: 2 });
    expect(view.byDistrict.find(({ key }) => key === CENTRAL)).toMatchObject({ responses: 6, bodies: 1 });
    const central = resultsOf(county, { district: CENTRAL });
    expect(central.total).toMatchObject({ responses: 6 });
    expect(central.detail.items[0]?.answered).toBe(6);
    const one = resultsOf(county, { body: 'EA-002' });
    expect(one).toMatchObject({ chosen: { code: 'EA-002' }, total: { responses: 1 } });
    expect(one.detail.items[0]?.answered).toBe(1);
    expect(refusalOf(() => resultsOf(county, { body: 'XX-1' })).code).toBe('not_found');
  });

  it('list bodies by a measure, those without a figure last, and find them by name and number of responses', async () => {
    const county = await answeredCounty();
    const codes = (params: Record<string, string>) => resultsOf(county, params).bodies.map(({ body }) => body.code);
    expect(codes({ sort: 'satisfaction', order: 'desc' })).toEqual(['EA-001', 'EA-002']);
    expect(codes({ sort: 'satisfaction' })).toEqual(['EA-002', 'EA-001']);
    expect(codes({ sort: 'change', order: 'asc' })).toEqual(['EA-001', 'EA-002']);
    expect(codes({ given: 'few' })).toEqual(['EA-002']);
    expect(codes({ given: 'no' })).toHaveLength(4);
    expect(codes({ given: 'all', q: 'بنادر' })).toEqual(['EA-002']);
  });

  it('are those of what was known on a day', async () => {
    const county = await smallCounty();
    recordPaperResponse(county.as('expert', { today: '2018-12-01' }), {
      bodyCode: 'EA-001',
      month: '1397-08',
      key: newKey(),
      answers: GOOD,
    });
    recordPaper(county, 'EA-001', '1397-08');
    const on = (asOf: string) => resultsOf(county, { asOf, month: '1397-08' }).total.responses;
    expect([on('1397-09-09'), on('1397-09-10'), on('1397-09-17')]).toEqual([0, 1, 2]);
  });

  it('go into files, with a mark for few', async () => {
    const county = await answeredCounty();
    const bodies = surveyBodiesTable(county.as('viewer'), parseSurveyQuery({}));
    expect(bodies.rows).toHaveLength(2);
    expect(bodies.rows.map((row) => [row[0], row[5], row[6]])).toEqual(
      expect.arrayContaining([
        ['EA-001', 6, 'خیر'],
        ['EA-002', 1, 'بله'],
      ]),
    );
    expect(surveyItemsTable(county.as('viewer'), parseSurveyQuery({})).rows).toHaveLength(16);
  });

  it.each(['deputy', 'expert', 'viewer', 'admin'] as const)('are read by a %s', async (role) => {
    const county = await smallCounty();
    expect(getSurveyResults(county.as(role), parseSurveyQuery({})).total.responses).toBe(0);
  });

  it('are not read by a liaison, who has those of own bodies', async () => {
    const county = await answeredCounty();
    expect(refusalOf(() => getSurveyResults(liaisonOf(county), parseSurveyQuery({}))).code).toBe('forbidden');
    expect(refusalOf(() => surveyBodiesTable(liaisonOf(county), parseSurveyQuery({}))).code).toBe('forbidden');
    const own = (bodies: string[], bodyCode: string | null) =>
      getMySurvey(county.as('liaison', { bodies }), { bodyCode, month: '1397-08' }).results;
    expect(own(['EA-001'], null)).toMatchObject({
      responses: 6,
      figures: { measures: [{ measure: 'satisfaction', mean: { value: 75, responses: 6 } }, {}, {}, {}, {}] },
    });
    // one client could be recognised
    expect(own(['EA-002'], 'EA-002')).toMatchObject({ responses: 1, figures: null, least: 5 });
    expect(refusalOf(() => own(['EA-001'], 'EA-002')).code).toBe('not_found');
  });
});

describe('the papers', () => {
  it('the questionnaire has all items and the name of the body, spelt for paper', async () => {
    const county = await smallCounty();
    const sheet = getQuestionnaire(liaisonOf(county), null);
    expect(sheet).toMatchObject({ bodyName: 'اداره ثبت احوال' });
    expect(sheet.items).toHaveLength(16);
    expect(JSON.stringify(sheet)).not.toMatch(/\u0654/);
  });

  it('the poster says what is missing, and has the address once it leads somewhere', async () => {
    const county = await smallCounty();
    const poster = () => getSurveyPoster(liaisonOf(county), 'EA-001');
    expect(refusalOf(poster).details).toEqual({ reason: 'no_survey_link' });
    const token = openLink(county);
    expect(refusalOf(poster).details).toEqual({ reason: 'no_web_address' });
    changeSettings(county.as('admin'), { office: { webAddress: 'https://mizban.example.ir/' } });
    expect(poster().address).toBe(`https://mizban.example.ir/survey/${token}`);
    expect(refusalOf(() => getSurveyPoster(county.as('viewer'), 'EA-001')).code).toBe('forbidden');
  });
});
