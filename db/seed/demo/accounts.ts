import type { Role } from '@/lib/domain/vocabulary';

export interface SampleAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  /** District of an expert, by its name in the reference files. */
  readonly district?: string;
  /** Bodies a liaison reports for. */
  readonly bodies?: readonly string[];
  /** District whose village administrations a liaison reports for. */
  readonly villagesOf?: string;
}

/** One password for all accounts of the sample: it is printed wherever the sample is started. */
export const SAMPLE_PASSWORD = 'Lengeh-1397';

/** Somebody for each role, with made-up names. */
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  { username: 'moaven', name: 'معاون فرماندار (نمونه)', role: 'deputy' },
  { username: 'karshenas', name: 'کارشناس فرمانداری (نمونه)', role: 'expert' },
  { username: 'bakhshdar', name: 'کارشناس بخشداری مهران (نمونه)', role: 'expert', district: 'مهران' },
  { username: 'rabet', name: 'رابط شبکه بهداشت (نمونه)', role: 'liaison', bodies: ['EA-002'] },
  { username: 'dehyari', name: 'رابط دهیاری‌های بخش مرکزی (نمونه)', role: 'liaison', villagesOf: 'مرکزی' },
  { username: 'farmandar', name: 'فرماندار (نمونه)', role: 'viewer' },
  { username: 'rahbar', name: 'راهبر سامانه (نمونه)', role: 'admin' },
];

/** Words of the office on letterheads and pages of the sample. */
export const SAMPLE_OFFICE = {
  province: 'هرمزگان',
  officePhone: '076-4400 0000',
} as const;
