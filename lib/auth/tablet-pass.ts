import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { readSigningKey } from './session';

/** Name and path of the cookie that lets a browser show the clients' survey of one body, and nothing else. */
export const TABLET_COOKIE = 'mizban.survey_tablet';
export const TABLET_PATH = '/survey/tablet';

/** Who handed a tablet over, for which body and on which day; it holds for that day. */
export interface TabletPass {
  readonly userId: string;
  readonly bodyCode: string;
  readonly day: CivilDate;
}

/** Signed with the key of the sessions, under a name of its own: neither can stand in for the other. */
function signatureOf(dataDir: string, text: string): string {
  return createHmac('sha256', readSigningKey(dataDir)).update(`survey-tablet\n${text}`).digest('base64url');
}

/** A pass as the value of a cookie. */
export function sealTabletPass(dataDir: string, { userId, bodyCode, day }: TabletPass): string {
  const text = Buffer.from(JSON.stringify([userId, bodyCode, day])).toString('base64url');
  return `${text}.${signatureOf(dataDir, text)}`;
}

/** The pass of a cookie; null for what this server did not sign. Whether it still holds is for the caller to look at. */
export function openTabletPass(dataDir: string, value: string): TabletPass | null {
  const [text = '', signature = ''] = value.split('.');
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signatureOf(dataDir, text))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const [userId, bodyCode, day] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string, CivilDate];
  return { userId, bodyCode, day };
}
