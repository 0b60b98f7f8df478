import { describe, expect, it } from 'vitest';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import { AppError, ERROR_CODES } from '@/lib/errors';
import { describeDateFailure } from '@/lib/messages/dates';
import { describeError } from '@/lib/messages/errors';
import { fieldSentences } from '@/lib/messages/input-issues';

const sentenceFor = (text: string): string => {
  const parsed = parseJalaliDate(text);
  return parsed.ok ? 'it was read' : describeDateFailure(parsed);
};

describe('sentences of failure', () => {
  it.each(ERROR_CODES)('%s has a title and a next step in Persian, with or without details', (code) => {
    const { title, message } = describeError(new AppError(code));
    for (const text of [title, message]) {
      expect(text).toMatch(/[آ-ی]/);
      expect(text).toMatch(/[.؟]$/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it('a refused transition says the state, who may act and what may be done instead', () => {
    const error = new AppError('illegal_transition', {
      reason: 'wrong_state',
      kind: 'verify',
      state: 'in_progress',
      by: ['deputy', 'expert'],
      possible: ['claim', 'block'],
    });
    expect(describeError(error).message).toBe(
      'گام اکنون «در دست انجام» است و «تأیید» برای آن ممکن نیست. «تأیید» کار معاون فرماندار و کارشناس فرمانداری است. آنچه اکنون می‌توان کرد: اعلام انجام و اعلام مانع.',
    );
  });

  it('the second of two people is told what the first did', () => {
    const error = new AppError('conflict', { kind: 'return', actorName: 'کارشناس بخش' });
    expect(describeError(error).message).toBe(
      'کارشناس بخش پیش از شما «عودت» را ثبت کرده است. چیزی بازنویسی نشد. صفحه را تازه کنید و آخرین وضعیت را ببینید.',
    );
  });

  it('a wrong password warns only when few tries are left', () => {
    expect(describeError(new AppError('wrong_credentials', { attemptsLeft: 4 })).message).not.toContain('تلاش نادرست');
    expect(describeError(new AppError('wrong_credentials', { attemptsLeft: 1 })).message).toContain(
      'پس از ۱ تلاش نادرست دیگر',
    );
  });

  it('a date that does not exist is answered with the length of its month', () => {
    expect(sentenceFor('۱۳۹۷/۱۲/۳۰')).toBe('اسفند ۱۳۹۷ بیست‌ونه روز دارد.');
    expect(sentenceFor('1397/09/31')).toBe('آذر ۱۳۹۷ سی روز دارد.');
    expect(sentenceFor('2018-12-21')).toBe('سال ۲۰۱۸ میلادی است؛ تاریخ را به هجری شمسی بنویسید.');
    expect(sentenceFor('1397/13/01')).toBe('ماه ۱۳ نداریم؛ ماه را از ۱ تا ۱۲ بنویسید.');
    expect(sentenceFor('')).toBe('تاریخ را بنویسید: سال، ماه و روز، با خط مورب میان آن‌ها.');
  });

  it('every wrong field gets the sentence of its first reason', () => {
    const issues = [
      { field: 'username', reason: 'username_taken' },
      { field: 'newPassword', reason: 'too_short' },
      { field: 'newPassword', reason: 'too_common' },
    ];
    expect(fieldSentences({ issues })).toEqual({
      username: 'این نام کاربری از آنِ دیگری است؛ نام دیگری برگزینید.',
      newPassword: 'گذرواژه کوتاه است؛ دست‌کم ۱۰ نویسه بنویسید.',
    });
  });
});
