import { toPersianDigits } from '@/lib/text/digits';
import { DATE_MISSING } from './dates';

/** What is wrong with a field of the admin's forms, and how to put it right. */
export const ADMIN_ISSUES = {
  chooseReceiver: 'رابطی را که تحویل می‌گیرد برگزینید.',
  choose: 'یکی را برگزینید.',
  nameMissing: 'نام دستگاه را بنویسید.',
  fullNameMissing: 'نام و نام خانوادگی را بنویسید.',
  usernameMissing: 'نام کاربری را بنویسید.',
  titleMissing: 'عنوان را بنویسید.',
  sourceMissing: 'بنویسید که این مهلت از کجا آمده است.',
  tokenNameMissing: 'نامی بنویسید که بگوید کلید را کدام برنامه به کار می‌برد.',
  dayMissing: DATE_MISSING,
  wholeNumber: (max: number) => `عددی درست از ۰ تا ${toPersianDigits(max)} بنویسید.`,
  address: 'نشانی را کامل بنویسید؛ مانند https://example.ir.',
  lines: (count: number) => `حداکثر ${toPersianDigits(count)} سطر و هر سطر حداکثر ۲۰۰ نویسه.`,
  copyToMissing: 'بنویسید رونوشت برای کیست.',
  copyReasonMissing: 'دلیل رونوشت را بنویسید؛ مانند «برای آگاهی».',
  decimal: 'عددی بزرگ‌تر از صفر بنویسید؛ مانند ۱ یا ۱٫۵.',
  clockTime: 'ساعت را با دقیقه بنویسید؛ مانند ۱۴:۰۰.',
  dissolvedBeforeExists: 'روز انحلال باید پس از روز آغاز باشد.',
} as const;
