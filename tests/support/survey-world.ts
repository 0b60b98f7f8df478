import { surveyLinkVersions, surveyResponses } from '@/db/schema/index';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { createClock } from '@/lib/clock';
import type { AnonymousContext, ServiceContext } from '@/lib/services/service-context';
import { changeSurveyLink } from '@/lib/services/survey-links';
import { recordPaperResponse } from '@/lib/services/survey-responses';
import { getSurveyResults, type SurveyView } from '@/lib/services/survey-results';
import { parseSurveyQuery } from '@/lib/validation/survey';
import { TODAY, type County } from './small-county';

/** Answers as the digits of a paper, 0 for none. */
export function answered(digits: string): Record<string, number> {
  return Object.fromEntries(
    [...digits].flatMap((digit, index) => (digit === '0' ? [] : [[`S${index + 1}`, Number(digit)]])),
  );
}

/** 75 of 100 in everything, without a go-between. */
export const GOOD = answered('4424424444422444');
/** 25 of 100 in everything, with a go-between. */
export const BAD = answered('2242242222244222');

let made = 0;

/** The key of a form that nobody has sent yet. */
export const newKey = () => `test-key-of-a-form-${(made += 1)}`;

export const responsesIn = ({ db }: County) => db.select().from(surveyResponses).all();

export const newestLink = ({ db }: County) => db.select().from(surveyLinkVersions).all().at(-1);

export function liaisonOf(county: County, code = 'EA-001'): ServiceContext {
  return county.as('liaison', { bodies: [code] });
}

/** Somebody with a phone: no account, an address, a time of day. */
export function visitorTo(
  { db, dataDir }: County,
  ipAddress = '198.51.100.9',
  time = '2026-01-01T08:00:00Z',
): AnonymousContext {
  return { db, dataDir, ipAddress, clock: createClock(TODAY, () => new Date(time)) };
}

/** Opens the link of a body that never had one, and says its word. */
export function openLink(county: County, bodyCode = 'EA-001'): string {
  changeSurveyLink(liaisonOf(county, bodyCode), { bodyCode, deed: 'open', expectedLinkId: null });
  return newestLink(county)?.token ?? '';
}

export function recordPaper(
  county: County,
  bodyCode: string,
  month: JalaliMonth,
  answers: Readonly<Record<string, number>> = GOOD,
  key = newKey(),
) {
  return recordPaperResponse(county.as('expert'), { bodyCode, month, key, answers });
}

export function resultsOf(county: County, params: Readonly<Record<string, string>> = {}): SurveyView {
  return getSurveyResults(county.as('deputy'), parseSurveyQuery(params));
}
