import { formatBytes } from '@/lib/format/numbers';

/** Words of a receipt besides those of the liaison's pages. */
export const RECEIPT_SLIP = {
  title: 'رسید ثبت گزارش',
  cause: 'علت مانع',
  note: 'این رسید با شمارهٔ بالا در سامانه نگه‌داری می‌شود و مهر و امضا نمی‌خواهد.',
  digest: 'اثر فایل',
  hidden: 'مستند محرمانه است و اینجا نشان داده نمی‌شود.',
  confidential: 'محرمانه',
  onBehalf: 'کارشناس فرمانداری از روی برگهٔ امضاشده ثبت کرده است.',
  imported: 'از بارگذاری سابقه',
  history: 'همهٔ گزارش‌ها',
} as const;

/** «۳۲۰ کیلوبایت» */
export function fileSizeText(sizeBytes: number): string {
  return formatBytes(sizeBytes);
}
