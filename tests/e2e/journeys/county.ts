import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { demoAccount, openPage, resumeSession, type Credentials } from '../../support/browser';

/** What differs between two counties where the same steps are walked. Dates as in an address: `1397-08-01`. */
export interface CountyFacts {
  /** Name under which the deputy's decisions stand. */
  readonly deputyName: string;
  /** «۱۷ آذر ۱۳۹۷» */
  readonly todayText: string;
  /** What the deadline's countdown says: calendar days and working days. */
  readonly daysLeft: readonly [string, string];
  readonly deadline: string;
  readonly trackCount: number;
  readonly lateRows: number;
  /** A past day, a track with its title, the same day in words, and the day a week later. */
  readonly past: {
    readonly asOf: string;
    readonly track: string;
    readonly title: string;
    readonly text: string;
    readonly weekLater: string;
  };
  /** A day that does not exist in this calendar, and what is said about it. */
  readonly impossible: { readonly typed: string; readonly sentence: string };
  /** A year that is over has a thirteenth month in neither county. */
  readonly thirteenthMonth: string;
  /** A body, its tracks, and steps of it that its liaison can report today: one with an address, and another one. */
  readonly body: {
    readonly code: string;
    readonly trackCount: number;
    readonly step: string;
    readonly otherStep: string;
  };
  /** A body that the liaison does not report for. */
  readonly otherBody: { readonly code: string; readonly name: string };
  /** A name, the same in another spelling, and a misspelling that sounds alike. */
  readonly search: { readonly name: string; readonly otherSpelling: string; readonly misspelt: string };
  readonly letterOn: string;
  /** How a receipt's number begins. */
  readonly receiptStart: string;
  /** Number of the next edition, and the least pages it has. */
  readonly edition: number;
  readonly leastPages: number;
}

export interface County extends CountyFacts {
  openPage(browser: Browser, options?: BrowserContextOptions): Promise<Page>;
  account(role: string): Credentials;
}

export function signInTo(county: County, page: Page, role: string): Promise<void> {
  return resumeSession(page, county.account(role));
}

/** The demonstration: the first county on 1397/09/17. */
export function firstCounty(): County {
  return {
    deputyName: 'معاون فرماندار (نمونه)',
    todayText: '۱۷ آذر ۱۳۹۷',
    daysLeft: ['۱۳', '۹'],
    deadline: '1397-09-30',
    trackCount: 4,
    lateRows: 10,
    past: {
      asOf: '1397-08-01',
      track: 'NT',
      title: 'اتصال به شبکه دولت',
      text: 'سه‌شنبه ۱ آبان ۱۳۹۷',
      weekLater: '1397-08-08',
    },
    impossible: { typed: '1397-12-30', sentence: 'اسفند ۱۳۹۷ بیست‌ونه روز دارد.' },
    thirteenthMonth: '۱۳۹۷/۱۳/۰۱',
    body: { code: 'EA-002', trackCount: 4, step: 'ED6', otherStep: 'ED8' },
    otherBody: { code: 'EA-001', name: 'دهیاری گزیر' },
    search: { name: 'دهیاری گزیر', otherSpelling: 'دهياري گزير', misspelt: 'گذیر' },
    letterOn: '1397/09/16',
    receiptStart: '۹۷-۰۹-',
    edition: 19,
    leastPages: 8,
    openPage: (browser, options) => openPage(browser, options),
    account: demoAccount,
  };
}
