/** Words of files on their way (isolates keep a name with Latin letters in its place) and of what a device keeps of a form. */
export const UPLOADS = {
  camera: 'گرفتن عکس',
  preparing: 'در حال کوچک کردن عکس',
  waiting: 'در نوبت ارسال',
  broken: 'ارتباط قطع شد؛ از همان‌جا ادامه می‌دهیم.',
  tryNow: 'تلاش دوباره',
  cancel: 'انصراف',
  cancelFile: (name: string) => `انصراف از ${name}`,
  dismissFile: (name: string) => `برداشتن ${name} از فهرست`,
  progressOf: (name: string) => `پیشرفت ارسال ${name}`,
  signedOut: 'نشست شما پایان یافته است. دوباره وارد شوید؛ فایل از همان‌جا ادامه می‌یابد و نوشته‌هایتان سر جای خود است.',
  signIn: 'ورود دوباره',
  goesOn: (name: string) => `ارسال «\u2068${name}\u2069» از همان‌جا ادامه یافت.`,
  arrived: (name: string) => `«\u2068${name}\u2069» رسید.`,
  stillOnItsWay: 'فایل هنوز در راه است. همین که برسد، گزارش خودبه‌خود فرستاده می‌شود.',
} as const;

export const DEVICE_DRAFT = {
  restored: 'آنچه پیش‌تر در همین دستگاه نوشته بودید، برگردانده شد.',
  drop: 'پاک کردن و از نو نوشتن',
} as const;
