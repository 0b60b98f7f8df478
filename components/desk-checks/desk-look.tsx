import { Tag } from '@/components/ui/tag';
import type { DeskCheckOutcome } from '@/lib/domain/vocabulary';
import { DESK_OUTCOME_HINTS, DESK_OUTCOME_LABELS, DESKS } from '@/lib/messages/desk-checks';
import type { CivilDate } from '@/lib/calendar/civil-date';

/** What came of a look, in one tag. */
export function DeskOutcomeTag({ outcome, line }: { outcome: DeskCheckOutcome; line?: boolean }) {
  const isAnswered = outcome === 'answered';
  return (
    <Tag
      tone={isAnswered ? 'complete' : 'risk'}
      icon={isAnswered ? 'complete' : 'risk'}
      line={line}
      title={DESK_OUTCOME_HINTS[outcome]}
    >
      {DESK_OUTCOME_LABELS[outcome]}
    </Tag>
  );
}

/** An address of another site; it opens in a tab of its own, without telling that site where the reader came from. */
export function DeskLink({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="desk-url">
      <bdi dir="ltr">{url}</bdi>
    </a>
  );
}

/** Whether the page came over an encrypted connection, in words. */
export function secureText(check: {
  readonly outcome: DeskCheckOutcome;
  readonly isHttps: boolean;
  readonly certificateUntil: CivilDate | null;
}): string {
  const words = DESKS.facts;
  if (check.outcome === 'certificate_invalid') return DESK_OUTCOME_LABELS.certificate_invalid;
  if (check.outcome !== 'answered') return words.unknown;
  if (!check.isHttps) return words.notSecure;
  return check.certificateUntil === null ? words.secure : words.secureUntil(check.certificateUntil);
}
