import { Button, LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatBytes } from '@/lib/format/numbers';
import { STEP_FORMS } from '@/lib/messages/my';
import { UPLOADS } from '@/lib/messages/uploads';
import type { SendingFile } from './upload-queue';

export interface SendingListProps {
  files: readonly SendingFile[];
  /** Where signing in again leads back to. */
  returnTo: string;
  onTryNow: () => void;
  onCancel: (id: number) => void;
}

/** Files on their way: how far each is, and what can be done about one that stands still. */
export function SendingList({ files, returnTo, onTryNow, onCancel }: SendingListProps) {
  return (
    <>
      {files.length > 0 && (
        <ul className="uploads sending">
          {files.map((file) => (
            <li key={file.id} className={file.state}>
              <Icon name={file.state === 'refused' ? 'risk' : 'upload'} />
              <div>
                <b>
                  <bdi>{file.name}</bdi>
                </b>{' '}
                <small>{formatBytes(file.sizeBytes)}</small>
                {file.state !== 'refused' && (
                  <progress max={100} value={file.percent} aria-label={UPLOADS.progressOf(file.name)} />
                )}
                <small className="state">{describe(file)}</small>
                {file.state === 'broken' && (
                  <Button size="sm" onClick={onTryNow}>
                    {UPLOADS.tryNow}
                  </Button>
                )}
                {file.state === 'signed_out' && (
                  <LinkButton size="sm" href={`/sign-in?${new URLSearchParams({ next: returnTo }).toString()}`}>
                    {UPLOADS.signIn}
                  </LinkButton>
                )}
              </div>
              <Button
                iconOnly
                variant="quiet"
                aria-label={file.state === 'refused' ? UPLOADS.dismissFile(file.name) : UPLOADS.cancelFile(file.name)}
                onClick={() => onCancel(file.id)}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {/* said aloud once each time something stops, not with every percent */}
      <p role="alert" className="sr-only">
        {files
          .filter(({ state }) => ['broken', 'signed_out', 'refused'].includes(state))
          .map(describe)
          .join(' ')}
      </p>
    </>
  );
}

function describe(file: SendingFile): string {
  const percent = STEP_FORMS.sendingFile(file.percent);
  switch (file.state) {
    case 'preparing':
      return UPLOADS.preparing;
    case 'waiting':
      return UPLOADS.waiting;
    case 'sending':
      return percent;
    case 'broken':
      return `${percent}. ${UPLOADS.broken}`;
    case 'signed_out':
      return UPLOADS.signedOut;
    case 'refused':
      return file.message ?? STEP_FORMS.fileFailed;
  }
}
