export const INSPECTION_NAV = {
  label: 'بخش‌های بازدید',
  visits: 'بازدیدها',
  plan: 'برنامهٔ بازدید',
  desks: 'میزهای الکترونیکی',
} as const;
