import type {
  AnswerOutcome,
  AreaKind,
  Basis,
  BlockCause,
  BodyCategory,
  Classification,
  EventKind,
  EventSide,
  EvidenceKind,
  IndicatorDirection,
  MilestoneActor,
  MilestoneStateName,
  PairStatus,
  RequestKind,
  Role,
  Turn,
} from '@/lib/domain/vocabulary';

/** The Persian word of every term of the domain. A term added to a list without its word here does not compile. */

export const BODY_CATEGORY_LABELS: Record<BodyCategory, string> = {
  governorate: 'فرمانداری',
  district_office: 'بخشداری',
  municipality: 'شهرداری',
  executive_agency: 'دستگاه اجرایی',
  enterprise: 'بنگاه اقتصادی',
  village_administration: 'دهیاری',
  association: 'تشکل',
  other_institution: 'سایر نهادها',
};

export const AREA_KIND_LABELS: Record<AreaKind, string> = {
  county: 'شهرستان',
  district: 'بخش',
  rural_district: 'دهستان',
  city: 'شهر',
  locality: 'آبادی',
};

export const MILESTONE_ACTOR_LABELS: Record<MilestoneActor, string> = {
  body: 'دستگاه',
  governorate: 'فرمانداری',
};

export const BASIS_LABELS: Record<Basis, string> = {
  source: 'متن منتشرشده',
  inference: 'پیشنهاد فرمانداری',
};

export const EVIDENCE_KIND_LABELS: Record<EvidenceKind, string> = {
  letter: 'نامه',
  url: 'نشانی صفحه',
  photo: 'عکس',
  file: 'فایل',
};

export const MILESTONE_STATE_LABELS: Record<MilestoneStateName, string> = {
  not_started: 'آغازنشده',
  in_progress: 'در دست انجام',
  claimed: 'اعلام‌شده',
  verified: 'تأییدشده',
  returned: 'عودت‌شده',
  blocked: 'دارای مانع',
  exempt: 'معاف',
};

/** What each state means, in one sentence. */
export const MILESTONE_STATE_MEANINGS: Record<MilestoneStateName, string> = {
  not_started: 'هنوز کاری گزارش نشده است.',
  in_progress: 'رابط آغاز کار را گزارش داده است.',
  claimed: 'رابط انجام را اعلام کرده است.',
  verified: 'فرمانداری پذیرفته است.',
  returned: 'با دلیل برگشته است.',
  blocked: 'علت و نوبت اقدام روشن است.',
  exempt: 'به تصمیم معاون لازم نیست.',
};

/** Shown in place of the state of a step that only the governorate can do. */
export const GOVERNORATE_TURN_LABEL = 'نوبت فرمانداری';

export const EVENT_KIND_LABELS: Record<EventKind, string> = {
  start: 'آغاز کار',
  claim: 'اعلام انجام',
  withdraw: 'پس‌گرفتن اعلام',
  verify: 'تأیید',
  certify: 'تأیید با بازدید یا آزمون',
  return: 'عودت',
  block: 'اعلام مانع',
  unblock: 'رفع مانع',
  reopen: 'بازگشایی',
  undo: 'بازگرداندن تصمیم',
  exempt: 'معافیت',
  lift_exemption: 'پایان معافیت',
  extend: 'تمدید مهلت',
  check_in: 'گزارش بدون تغییر',
  objection: 'اعتراض',
  objection_answer: 'پاسخ اعتراض',
  request: 'درخواست',
  request_answer: 'پاسخ درخواست',
  letter_sent: 'نامهٔ فرمانداری',
  paper_received: 'دریافت برگهٔ کاغذی',
  contact_changed: 'تغییر نشانی تماس',
};

export const BLOCK_CAUSE_LABELS: Record<BlockCause, string> = {
  no_telecom_coverage: 'نبود پوشش مخابراتی',
  no_budget: 'کمبود اعتبار',
  no_equipment: 'نبود تجهیزات',
  no_staff: 'کمبود نیرو',
  no_premises: 'نبود محل',
  waiting_parent_agency: 'انتظار دستگاه مادر',
  waiting_governorate: 'انتظار فرمانداری',
  technical_failure: 'نقص فنی',
  legal: 'مانع حقوقی',
  other: 'علت دیگر',
};

export const TURN_LABELS: Record<Turn, string> = {
  body: 'دستگاه',
  governorate: 'فرمانداری',
  parent_agency: 'دستگاه مادر',
  telecom: 'مخابرات',
  province: 'استان',
  unknown: 'نامعلوم',
};

export const REQUEST_KIND_LABELS: Record<RequestKind, string> = {
  extension: 'تمدید مهلت',
  exemption: 'معافیت',
};

export const ANSWER_OUTCOME_LABELS: Record<AnswerOutcome, string> = {
  accepted: 'پذیرفته شد',
  refused: 'پذیرفته نشد',
};

export const ROLE_LABELS: Record<Role, string> = {
  deputy: 'معاون فرماندار',
  expert: 'کارشناس فرمانداری',
  liaison: 'رابط',
  viewer: 'بیننده',
  admin: 'راهبر سامانه',
};

/** Added to the role while somebody acts for the deputy. */
export const DELEGATE_LABEL = 'جانشین معاون فرماندار';

export const EVENT_SIDE_LABELS: Record<EventSide, string> = {
  body: 'دستگاه',
  governorate: 'فرمانداری',
};

export const CLASSIFICATION_LABELS: Record<Classification, string> = {
  ordinary: 'عادی',
  confidential: 'محرمانه',
};

export const PAIR_STATUS_LABELS: Record<PairStatus, string> = {
  missed: 'مهلت‌گذشته',
  late: 'عقب‌مانده',
  at_risk: 'در معرض تأخیر',
  awaiting_review: 'در انتظار بررسی',
  on_track: 'طبق برنامه',
  complete: 'انجام‌شده',
  exempt: 'معاف',
};

/** The rule behind each status, in one sentence. */
export const PAIR_STATUS_MEANINGS: Record<PairStatus, string> = {
  missed: 'مهلت محور گذشته و کار دستگاه ناتمام است.',
  late: 'گامی اعلام‌نشده از موعد گذشته است.',
  at_risk: 'مانع دارد یا موعدی نزدیک است که کارش پیش نرفته است.',
  awaiting_review: 'کار دستگاه تمام است؛ نوبت فرمانداری است.',
  on_track: 'گامی از موعد نگذشته است.',
  complete: 'همهٔ گام‌ها تأیید شده است.',
  exempt: 'همهٔ گام‌هایش معاف است.',
};

/** Order in which statuses are drawn in bars and legends: from done to not counted. */
export const PAIR_STATUS_DRAWING_ORDER: readonly PairStatus[] = [
  'complete',
  'on_track',
  'awaiting_review',
  'at_risk',
  'late',
  'missed',
  'exempt',
];

export const INDICATOR_DIRECTION_LABELS: Record<IndicatorDirection, string> = {
  higher_is_better: 'بیشتر بهتر است',
  lower_is_better: 'کمتر بهتر است',
};
