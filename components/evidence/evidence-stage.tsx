import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/format/dates';
import { formatBytes } from '@/lib/format/numbers';
import { EVIDENCE_VIEW } from '@/lib/messages/evidence-view';
import { letterNumberText, MILESTONES } from '@/lib/messages/milestones';
import { EVIDENCE_KIND_LABELS } from '@/lib/messages/vocabulary';
import { EVIDENCE_ICON, type EvidenceItem } from './evidence-list';
import { EvidenceTabs } from './evidence-tabs';
import { PdfView } from './pdf-view';
import { PictureView } from './picture-view';

export type StagePiece = Omit<EvidenceItem, 'file'> & {
  readonly file: (NonNullable<EvidenceItem['file']> & { readonly isPdf: boolean; readonly mediaType: string }) | null;
};

export interface EvidenceStageProps {
  items: readonly StagePiece[];
  /** Who sends it and what it is about, for letters. */
  from: string;
  subject: string;
  /** What was accepted before, shown apart. */
  accepted?: { readonly title: ReactNode; readonly items: readonly StagePiece[] } | null;
}

const path = (id: number) => `/evidence/${id}`;

/** Pieces of evidence as large as they can be beside the decision, one tab each. */
export function EvidenceStage({ items, from, subject, accepted }: EvidenceStageProps) {
  const own = items.map((item) => ({
    key: String(item.id),
    label: tabLabel(item, items),
    icon: EVIDENCE_ICON[item.kind],
    panel: <Piece item={item} from={from} subject={subject} />,
  }));
  const before =
    accepted && accepted.items.length > 0
      ? [
          {
            key: 'accepted',
            label: EVIDENCE_VIEW.acceptedTab,
            icon: 'complete' as const,
            isApart: true,
            panel: (
              <>
                <p className="piece-title">{accepted.title}</p>
                {accepted.items.map((item) => (
                  <Piece key={item.id} item={item} from={from} subject={subject} />
                ))}
              </>
            ),
          },
        ]
      : [];
  if (own.length === 0) {
    own.push({
      key: 'none',
      label: MILESTONES.noEvidence,
      icon: 'file',
      panel: <EmptyState icon="file" title={MILESTONES.noEvidence} />,
    });
  }
  const tabs = [...own, ...before];
  return (
    <EvidenceTabs label={EVIDENCE_VIEW.tabs} tabs={tabs.map(({ panel: _, ...tab }) => tab)}>
      {tabs.map(({ key, panel }) => (
        <div key={key}>{panel}</div>
      ))}
    </EvidenceTabs>
  );
}

/** The name of a file where it tells pieces apart, else the kind. */
function tabLabel(item: StagePiece, items: readonly StagePiece[]): string {
  const kind = EVIDENCE_KIND_LABELS[item.kind];
  if (item.file === null) return kind;
  const name = item.file.name.replace(/\.[a-z]{3,4}$/i, '');
  return name.length <= 24 || items.length > 1 ? (name.length <= 24 ? name : `${name.slice(0, 22)}…`) : kind;
}

function Piece({ item, from, subject }: { item: StagePiece; from: string; subject: string }) {
  return (
    <>
      {item.classification === 'confidential' && (
        <p className="piece-title">
          <Tag icon="lock" tone="missed">
            {MILESTONES.confidential}
          </Tag>
        </p>
      )}
      {item.isHidden ? (
        <div className="piece-word">
          <Icon name="lock" />
          <p>
            {EVIDENCE_KIND_LABELS[item.kind]}: {MILESTONES.hidden}
          </p>
        </div>
      ) : item.letterNumber !== null && item.letterOn !== null ? (
        <LetterCard number={item.letterNumber} on={formatDate(item.letterOn)} from={from} subject={subject} />
      ) : item.url !== null ? (
        <AddressCard url={item.url} />
      ) : (
        item.file !== null && <FilePiece id={item.id} file={item.file} />
      )}
    </>
  );
}

/** What is known of a letter, laid out as the head of one: what a secretary compares. */
function LetterCard({ number, on, from, subject }: { number: string; on: string; from: string; subject: string }) {
  return (
    <div className="paper letter-card">
      <div className="letter-head">
        <p>
          <Icon name="letter" />
          <b>{from}</b>
        </p>
        <dl>
          <dt>{EVIDENCE_VIEW.letterNumber}:</dt>
          <dd>
            <bdi dir="ltr">{letterNumberText(number)}</bdi>
          </dd>
          <dt>{EVIDENCE_VIEW.letterOn}:</dt>
          <dd>{on}</dd>
        </dl>
      </div>
      <p>
        <b>
          {EVIDENCE_VIEW.letterSubject}: {subject}
        </b>
      </p>
      <p className="paper-hint">{EVIDENCE_VIEW.letterHint}</p>
    </div>
  );
}

/** The host stands first and large: it is what tells a body's own page from another. */
function AddressCard({ url }: { url: string }) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return (
    <div className="address-card">
      <p className="small muted">{EVIDENCE_VIEW.host}</p>
      <p className="address-host">
        <bdi dir="ltr">{parsed?.host ?? url}</bdi>{' '}
        {parsed?.protocol === 'http:' && <Tag tone="risk">{EVIDENCE_VIEW.plainHttp}</Tag>}
      </p>
      <p className="small muted">{EVIDENCE_VIEW.wholeAddress}</p>
      <p className="break-all">
        <bdi dir="ltr">{url}</bdi>
      </p>
      <p>
        <LinkButton href={url} target="_blank" rel="noopener noreferrer nofollow" data-evidence>
          <Icon name="link" />
          {EVIDENCE_VIEW.openAddress}
        </LinkButton>
      </p>
      <p className="small muted">{EVIDENCE_VIEW.addressHint}</p>
    </div>
  );
}

function FilePiece({ id, file }: { id: number; file: NonNullable<StagePiece['file']> }) {
  const ending = file.mediaType === 'application/pdf' ? 'PDF' : (file.name.split('.').at(-1) ?? '').toUpperCase();
  const meta = (
    <>
      <bdi>{ending}</bdi> · {formatBytes(file.sizeBytes)}
    </>
  );
  if (file.isPicture) return <PictureView href={path(id)} name={file.name} meta={meta} />;
  if (file.isPdf) return <PdfView href={path(id)} name={file.name} meta={meta} />;
  return (
    <div className="piece-word">
      <Icon name="file" />
      <p>
        <bdi>{file.name}</bdi> · {meta}
      </p>
      <p className="muted">{EVIDENCE_VIEW.noPreview}</p>
      <LinkButton href={path(id)} download={file.name} data-evidence>
        <Icon name="download" />
        {EVIDENCE_VIEW.download}
      </LinkButton>
    </div>
  );
}
