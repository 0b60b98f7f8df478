/** Words of the charts. Figures arrive as finished text. */
export const chartWords = {
  planned: 'برنامه',
  claimed: 'اعلام‌شده',
  verified: 'تأییدشده',
  forecast: 'پیش‌بینی',
  date: 'تاریخ',
  tableSummary: 'دادۀ نمودار به شکل جدول',
  tableName: (title: string) => `${title}، جدول`,
  tableCaption: (day: string) => `درصد وزنی در پایان هر روز؛ روزهای پس از ${day} تنها برنامه دارند.`,
  deadline: (day: string) => `مهلت ${day}`,
  asOf: (day: string) => `تا ${day}`,
  today: 'امروز',
  groundChanged: (day: string) => `${day}: قواعد، برنامه یا دستگاه‌ها تغییر کرد`,
  burnUp: (title: string, day: string, verified: string, claimed: string, total: string) =>
    `${title}: تا ${day} از ${total} گام، ${verified} تأیید و ${claimed} اعلام شده است`,
  total: 'همهٔ گام‌ها',
  due: 'موعدرسیده',
  countCaption: (day: string) => `شمار گام‌ها در پایان هر روز، تا ${day}.`,
  noData: 'هنوز داده‌ای نیست',
  noCurve: 'هنوز داده‌ای برای این نمودار نیست.',
  levels: (day: string, planned: string, claimed: string, verified: string) =>
    `تا ${day} برنامه ${planned}، اعلام‌شده ${claimed} و تأییدشده ${verified} درصد است`,
  andDeadline: (day: string) => `؛ مهلت ${day}`,
  andForecast: (day: string) => `؛ پیش‌بینی پایان ${day}`,
  sparkline: (title: string, day: string, verified: string, planned: string) =>
    `${title}: تا ${day} تأییدشده ${verified} از برنامۀ ${planned} درصد`,
  bullet: (planned: string, claimed: string, verified: string) =>
    `برنامه ${planned}، اعلام‌شده ${claimed}، تأییدشده ${verified} درصد`,
} as const;
