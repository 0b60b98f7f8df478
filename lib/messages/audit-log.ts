import { isCivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { toPersianDigits } from '@/lib/text/digits';
import { FEED_LABELS, LIST_FIELD_LABELS } from './admin-lists';
import { THRESHOLD_LABELS } from './admin-settings';
import { joinWords } from './common';
import { ADMIN_DESKS, DESK_OUTCOME_LABELS, DESK_TRIGGER_LABELS } from './desk-checks';
import { LETTERS } from './letters';
import { DECISION_OUTCOME_LABELS, DECISION_STATE_LABELS } from './meeting';
import { CHANNEL_LABELS } from './notifications';
import { REPORT_SECTION_LABELS } from './reports';
import {
  ANSWER_OUTCOME_LABELS,
  BODY_CATEGORY_LABELS,
  EVENT_KIND_LABELS,
  MILESTONE_STATE_LABELS,
  REQUEST_KIND_LABELS,
  ROLE_LABELS,
} from './vocabulary';

/** The audit log in words. What has no word here is shown as it was written, never hidden. */

const NOUNS: Readonly<Record<string, string>> = {
  user: 'کاربران',
  session: 'ورود و خروج',
  delegation: 'جانشینی',
  token: 'کلیدهای برنامه‌ها',
  settings: 'تنظیمات',
  reference: 'داده‌های پایه',
  import: 'بارگذاری',
  milestone: 'گام‌ها',
  body: 'دستگاه‌ها',
  evidence: 'مستندها',
  objection: 'اعتراض‌ها',
  request: 'درخواست‌ها',
  review: 'بررسی',
  report: 'گزارش هفتگی',
  registration: 'شمارهٔ دبیرخانه',
  decision: 'تصمیم‌های جلسه',
  letter: 'نامه‌ها',
  paper: 'برگه‌های کاغذی',
  backup: 'پشتیبان',
  database: 'پایگاه داده',
  inbox: 'پیام‌ها',
  indicator: 'شاخص‌ها',
  survey: 'نظرسنجی',
  inspection: 'بازدیدها',
  notification: 'خبررسانی',
  desk_check: 'میزهای الکترونیکی',
};

const ACTIONS: Readonly<Record<string, string>> = {
  'user.add': 'افزودن کاربر',
  'user.update': 'تغییر مشخصات کاربر',
  'user.set_scopes': 'تغییر دستگاه‌های رابط',
  'user.hand_over': 'تحویل دستگاه‌ها به رابط دیگر',
  'user.take_over': 'تحویل‌گرفتن دستگاه‌ها',
  'user.reset_password': 'گذرواژهٔ موقت تازه',
  'user.change_password': 'تغییر گذرواژه',
  'user.refuse_password_change': 'گذرواژهٔ کنونی نادرست',
  'user.disable': 'بستن حساب',
  'user.set_contact': 'تغییر نشانی خبررسانی',
  'user.enable': 'بازکردن حساب',
  'user.unlock': 'رفع قفل ورود',
  'user.revoke_sessions': 'پایان‌دادن به نشست‌ها',
  'session.open': 'ورود',
  'session.close': 'خروج',
  'session.refuse': 'ورود ناموفق',
  'session.lock': 'قفل‌شدن ورود',
  'delegation.grant': 'تعیین جانشین معاون',
  'delegation.revoke': 'پایان جانشینی',
  'token.create': 'ساختن کلید',
  'token.revoke': 'باطل‌کردن کلید',
  'settings.change': 'تغییر تنظیم',
  'reference.change_body': 'تغییر دستگاه',
  'reference.add_holiday': 'افزودن تعطیلی',
  'reference.remove_holiday': 'برداشتن تعطیلی',
  'reference.change_track': 'تغییر محور',
  'reference.change_milestone': 'تغییر گام برنامه',
  'reference.add_item': 'افزودن به فهرست',
  'reference.change_item': 'تغییر مورد فهرست',
  'reference.withdraw_item': 'برداشتن از فهرست',
  'reference.restore_item': 'بازگرداندن به فهرست',
  'reference.move_item': 'تغییر ترتیب فهرست',
  'import.programme': 'بارگذاری برنامه',
  'import.bodies': 'بارگذاری دستگاه‌ها',
  'import.history': 'بارگذاری سابقه',
  'import.readings': 'بارگذاری شاخص‌ها',
  'milestone.claim_on_behalf': 'اعلام انجام از سوی دستگاه',
  'body.check_in': 'گزارش بدون تغییر',
  'body.contact_changed': 'تغییر نشانی تماس',
  'evidence.attach': 'پیوست‌کردن مستند',
  'evidence.upload': 'دریافت فایل مستند',
  'example.mark': 'نمونه‌کردن مستند',
  'example.unmark': 'برداشتن نمونهٔ مستند',
  'paper.record': 'ثبت برگهٔ کاغذی',
  'letter.send': 'صدور نامهٔ پیگیری',
  'letter.change_template': 'تغییر متن نامه',
  'objection.record': 'ثبت اعتراض',
  'objection.answer': 'پاسخ اعتراض',
  'request.record': 'ثبت درخواست',
  'request.answer': 'پاسخ درخواست',
  'review.change_reasons': 'تغییر دلیل‌های عودت',
  'report.issue': 'صدور گزارش هفتگی',
  'report.write_remarks': 'نوشتن سخن معاون در گزارش',
  'registration.record': 'ثبت شمارهٔ دبیرخانه',
  'decision.record': 'ثبت تصمیم جلسه',
  'decision.conclude': 'ثبت نتیجهٔ تصمیم',
  'indicator.record': 'ثبت شاخص‌های ماه',
  'survey.record': 'ثبت برگهٔ نظرسنجی',
  'survey.open_link': 'بازکردن نشانی نظرسنجی',
  'survey.renew_link': 'نشانی تازهٔ نظرسنجی',
  'survey.close_link': 'بستن نشانی نظرسنجی',
  'survey.hand_over_tablet': 'آغاز نظرسنجی روی تبلت',
  'inspection.record': 'ثبت بازدید',
  'inspection.correct': 'تصحیح بازدید',
  'inspection.answer': 'تصمیم دربارهٔ نتیجهٔ بازدید',
  'inspection.change_rule': 'تغییر حد نصاب بازدید',
  'inbox.read': 'خواندن پیام',
  'notification.change': 'تغییر خبررسانی',
  'notification.queue': 'ساختن پیام‌های روز',
  'notification.give_up': 'پیام فرستاده‌نشده',
  'notification.retry': 'ارسال دوبارهٔ پیام',
  'notification.test': 'پیام آزمایشی',
  'desk_check.change': 'تغییر بررسی میزهای الکترونیکی',
  'desk_check.set_address': 'ثبت نشانی میز الکترونیکی',
  'desk_check.run': 'بررسی میز الکترونیکی',
  'backup.create': 'ساختن پشتیبان',
  'backup.restore': 'بازگرداندن پشتیبان',
  'database.repair_guards': 'ترمیم نگهبان‌های پایگاه',
};

/** «افزودن کاربر» for `user.add`; `milestone.verify` takes the word of its event. */
export function auditActionLabel(action: string): string {
  const known = ACTIONS[action];
  if (known !== undefined) return known;
  const [noun = '', verb = ''] = action.split('.');
  const event = Object.entries(EVENT_KIND_LABELS).find(([kind]) => kind === verb)?.[1];
  return noun === 'milestone' && event !== undefined ? event : action;
}

/** «کاربران» for `user` */
export function auditNounLabel(noun: string): string {
  return NOUNS[noun] ?? noun;
}

const SUBJECTS: Readonly<Record<string, string>> = {
  user: 'کاربر',
  token: 'کلید',
  setting: 'تنظیم',
  body: 'دستگاه',
  holiday: 'تعطیلی',
  track: 'محور',
  milestone: 'گام',
  programme: 'برنامه',
  letter: 'نامهٔ',
  import: 'فایل',
  edition: 'نسخهٔ',
  week: 'هفتهٔ',
  decision: 'تصمیم',
  inspection: 'بازدید',
  backup: 'فایل',
  database: 'پایگاه',
  outbox: 'روز',
  checklist_item: 'گویهٔ چک‌لیست',
  survey_item: 'گویهٔ پرسشنامه',
  desk_sign: 'نشانهٔ صفحهٔ الکترونیکی',
};

/** What it was done to: «دستگاه» and its key; days and settings in words. */
export function auditSubject(type: string, key: string): { readonly type: string; readonly key: string } {
  const words: Readonly<Record<string, string>> = {
    ...THRESHOLD_LABELS,
    letterTemplate: LETTERS.editTemplate,
    deskChecks: ADMIN_DESKS.title,
  };
  const shown = type === 'setting' ? (words[key] ?? key) : isCivilDate(key) ? formatDate(key) : key;
  return {
    type: SUBJECTS[type] ?? type,
    key: ['edition', 'letter', 'token', 'decision'].includes(type) ? toPersianDigits(shown) : shown,
  };
}

/** The role under which something was done. */
export function auditRoleLabel(row: { readonly actorRole: string; readonly byDelegate: boolean }): string {
  const role = Object.entries(ROLE_LABELS).find(([word]) => word === row.actorRole)?.[1];
  const label = row.actorRole === 'system' ? 'سامانه' : (role ?? row.actorRole);
  return row.byDelegate ? `${label}، به جانشینی معاون` : label;
}

const FIELDS: Readonly<Record<string, string>> = {
  ...LIST_FIELD_LABELS,
  role: 'نقش',
  name: 'نام',
  title: 'عنوان',
  shortTitle: 'عنوان کوتاه',
  previousTitle: 'عنوان پیشین',
  phone: 'تلفن',
  districtCode: 'بخش',
  bodyCodes: 'دستگاه‌ها',
  letterNumber: 'شمارهٔ نامه',
  letterOn: 'تاریخ نامه',
  fromUser: 'از رابط',
  toUser: 'به رابط',
  onDay: 'روز تحویل',
  isClosed: 'بستن حساب پیشین',
  scopeDistrictCodes: 'دهیاری‌های بخش',
  isFirst: 'نخستین راهبر',
  ended: 'نشست پایان‌یافته',
  fromOn: 'از',
  untilOn: 'تا',
  category: 'نوع دستگاه',
  providesPublicService: 'خدمت مستقیم به مردم',
  weightPoints: 'وزن',
  existsFrom: 'آغاز وجود',
  dissolvedOn: 'انحلال',
  coordinationOnly: 'هماهنگی',
  deadlineOn: 'مهلت',
  deadlineSource: 'مأخذ مهلت',
  baselineDueOn: 'موعد پایه',
  guidance: 'راهنما',
  evidenceText: 'مستند لازم',
  programme: 'برنامه',
  eventId: 'رویداد',
  from: 'وضعیت پیشین',
  evidence: 'مستند',
  refersTo: 'در پی رویداد',
  pieces: 'مستند',
  uploadId: 'شناسهٔ فایل',
  mediaType: 'نوع فایل',
  sizeBytes: 'بایت',
  sha256: 'اثر انگشت',
  dataRows: 'ردیف',
  created: 'تازه',
  updated: 'تغییریافته',
  unchanged: 'بی‌تغییر',
  duplicates: 'تکراری',
  skipped: 'کنارگذاشته',
  firstRecordedOn: 'نخستین ثبت',
  lastRecordedOn: 'واپسین ثبت',
  knownFrom: 'دانسته از',
  files: 'فایل‌ها',
  counts: 'شمار',
  programmes: 'برنامه',
  tracks: 'محور',
  milestones: 'گام',
  areas: 'محدوده',
  holidays: 'تعطیلی',
  indicators: 'شاخص',
  month: 'ماه',
  weekStartOn: 'هفته از',
  weekEndOn: 'تا',
  supersedes: 'به جای نسخهٔ',
  renderingSha256: 'اثر انگشت صفحه',
  remarkId: 'شناسهٔ متن',
  letters: 'نویسه',
  motto: 'شعار سال',
  preparedTitle: 'سمت تهیه‌کننده',
  confirmedTitle: 'سمت تأییدکننده',
  registryNumber: 'شمارهٔ دبیرخانه',
  registeredOn: 'تاریخ ثبت',
  previousNumber: 'شمارهٔ پیشین',
  requestKind: 'درخواست',
  requestId: 'درخواست شمارهٔ',
  objectionId: 'اعتراض شمارهٔ',
  outcome: 'نتیجه',
  grantedEventId: 'رویداد تصمیم',
  dueOn: 'موعد',
  members: 'فایل',
  missingEvidence: 'مستند گم‌شده',
  reason: 'دلیل',
  province: 'استان',
  letterhead: 'سربرگ',
  recipient: 'گیرنده',
  signatory: 'امضاکننده',
  copies: 'رونوشت',
  webAddress: 'نشانی سامانه',
  decisionId: 'شناسه',
  outcomeId: 'شناسهٔ نتیجه',
  meetingOn: 'جلسه',
  owner: 'مسئول',
  body: 'دستگاه',
  milestone: 'گام',
  promisedOn: 'وعده',
  occurredOn: 'تاریخ انجام',
  state: 'وضع پیشین',
  messages: 'پیام',
  email: 'رایانامه',
  sms: 'پیامک',
  wantsEmail: 'رایانامه می‌خواهد',
  wantsSms: 'پیامک می‌خواهد',
  fromTime: 'از ساعت',
  untilTime: 'تا ساعت',
  channel: 'راه',
  digestOn: 'روز',
  attempts: 'تلاش',
  answer: 'پاسخ سرور',
  before: 'پیش از این',
  after: 'از این پس',
  answerBy: 'پاسخ تا',
  steps: 'گام عقب‌مانده',
  subject: 'موضوع',
  opening: 'بند آغاز',
  request: 'درخواست',
  url: 'نشانی',
  trigger: 'بررسی',
  isOn: 'روشن',
  hosts: 'میزبان‌ها',
  ranges: 'شبکه‌ها',
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: ROLE_LABELS,
  category: BODY_CATEGORY_LABELS,
  from: MILESTONE_STATE_LABELS,
  requestKind: REQUEST_KIND_LABELS,
  outcome: { ...ANSWER_OUTCOME_LABELS, ...DECISION_OUTCOME_LABELS, ...DESK_OUTCOME_LABELS },
  trigger: DESK_TRIGGER_LABELS,
  state: DECISION_STATE_LABELS,
  channel: CHANNEL_LABELS,
  feeds: FEED_LABELS,
  // a setting that is a list of words has no field name of its own
  '': REPORT_SECTION_LABELS,
};

/** Stands for what was not known or not said. */
export const NOTHING = '–';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueText(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING;
  if (typeof value === 'boolean') return value ? 'بله' : 'خیر';
  if (typeof value === 'number') return toPersianDigits(String(value).replace('.', '٫'));
  if (typeof value === 'string') {
    if (isCivilDate(value)) return formatDate(value);
    if (/^\d\d:\d\d$/.test(value)) return toPersianDigits(value);
    // enough of a digest to compare two by eye
    if (/^[0-9a-f]{32,}$/.test(value)) return value.slice(0, 8);
    return VALUES[name]?.[value] ?? value;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return NOTHING;
    return joinWords(
      value.map((each) =>
        isRecord(each) ? valueText(name, each['name'] ?? each['to'] ?? NOTHING) : valueText(name, each),
      ),
    );
  }
  if (!isRecord(value)) return String(value);
  return Object.entries(value)
    .filter(([, each]) => each !== 0)
    .map(([key, each]) => `${FIELDS[key] ?? key} ${valueText(key, each)}`)
    .join('، ');
}

export interface AuditDetail {
  readonly label: string;
  readonly value: string;
  /** Of a change: what it was before. */
  readonly before?: string;
}

/** The details of an audit row, one fact each; of a change what was and what is. */
export function auditDetails(details: Readonly<Record<string, unknown>>): AuditDetail[] {
  const { before, after, ...rest } = details;
  const changes: AuditDetail[] = [];
  if (isRecord(after)) {
    const old = isRecord(before) ? before : {};
    for (const [name, value] of Object.entries(after)) {
      if (JSON.stringify(old[name] ?? null) === JSON.stringify(value ?? null)) continue;
      changes.push({ label: FIELDS[name] ?? name, value: valueText(name, value), before: valueText(name, old[name]) });
    }
  } else if (after !== undefined) {
    changes.push({ label: '', value: valueText('', after), before: valueText('', before) });
  }
  const facts = Object.entries(rest)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => ({ label: FIELDS[name] ?? name, value: valueText(name, value) }));
  return [...facts, ...changes];
}

/** The details in one line, for a spreadsheet. */
export function auditDetailsText(details: Readonly<Record<string, unknown>>): string {
  return auditDetails(details)
    .map(({ label, value, before }) => {
      const change = before === undefined ? value : `از ${before} به ${value}`;
      return label === '' ? change : `${label}: ${change}`;
    })
    .join('؛ ');
}
