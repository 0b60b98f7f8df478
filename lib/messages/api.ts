import { isCivilDate } from '@/lib/calendar/civil-date';
import { formatJalali, type JalaliParseFailure } from '@/lib/calendar/jalali';
import { toPersianDigits } from '@/lib/text/digits';
import { describeDateFailure } from './dates';
import { describeError, type DescribableError } from './errors';

/** What a program that asks wrongly is told; a person reads it in a log, beside the code. */
const NO_CREDENTIALS =
  'برای این درخواست نشانهٔ دسترسی لازم است: سرآیند «Authorization: Bearer TOKEN» را بفرستید یا نخست وارد سامانه شوید.';
const WRONG_TOKEN = 'نشانهٔ دسترسی درست نیست یا باطل شده است. از راهبر سامانه نشانهٔ تازه‌ای بگیرید.';
const WRONG_DATE = 'تاریخ را با سال چهاررقمی، ماه و روز هجری شمسی بفرستید؛ مانند 1397-09-17.';

/** A fault of the program, with the number under which it stands in the log. */
export function describeIncident(incident: string): string {
  return `خطایی در سامانه رخ داد. کد پیگیری: ${incident}`;
}

/** An expected failure of the HTTP API as one Persian sentence or two. */
export function describeApiError(error: DescribableError): string {
  const { code, details } = error;
  if (code === 'signed_out') return details['reason'] === 'invalid_token' ? WRONG_TOKEN : NO_CREDENTIALS;
  if (code === 'too_many_attempts' && typeof details['retryAfterSeconds'] === 'number') {
    return `نشانهٔ نادرست چند بار پیاپی رسید. ${toPersianDigits(details['retryAfterSeconds'])} ثانیهٔ دیگر دوباره تلاش کنید.`;
  }
  return code === 'invalid_input' ? describeParameter(error) : describeError(error).message;
}

function describeParameter(error: DescribableError): string {
  const { field, value, failure, allowed, reason, programmes } = error.details;
  if (typeof field !== 'string') return describeError(error).message;
  if (isDateFailure(failure)) {
    // A shape that people may write elsewhere, such as 97/9/30, is refused here: programs write dates in full.
    const why = failure.reason === 'format' ? WRONG_DATE : describeDateFailure(failure);
    return `پارامتر ${field} پذیرفته نشد. ${why}`;
  }
  if (Array.isArray(allowed)) {
    return `پارامتر ${field} پذیرفته نشد. یکی از این‌ها را بفرستید: ${oneOf(allowed)}.`;
  }
  if (reason === 'required' && Array.isArray(programmes)) {
    return `پارامتر ${field} لازم است. یکی از این‌ها را بفرستید: ${oneOf(programmes)}.`;
  }
  if (typeof value !== 'string' || value === '') return `پارامتر ${field} پذیرفته نشد.`;
  const shown = isCivilDate(value) ? formatJalali(value) : value;
  return `پارامتر ${field} با مقدار «${shown}» پذیرفته نشد. آن را بازبینی کنید.`;
}

const oneOf = (words: readonly unknown[]) => words.map(String).join(' یا ');

function isDateFailure(value: unknown): value is JalaliParseFailure {
  return typeof value === 'object' && value !== null && 'reason' in value && 'ok' in value && value.ok === false;
}
