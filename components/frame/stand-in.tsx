import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PAGE_ERRORS, STAND_IN } from '@/lib/messages/frame';

/** In place of a page that does not exist, or that this person may not see: the two are told apart by nobody. */
export function NotFoundPage() {
  return (
    <div className="wrap">
      <EmptyState
        level={1}
        icon="lock"
        title={STAND_IN.notFoundTitle}
        actions={<LinkButton href="/">{STAND_IN.firstPage}</LinkButton>}
      >
        {STAND_IN.notFound}
      </EmptyState>
    </div>
  );
}

/** Code of an expected failure, as it reaches the browser. */
const EXPECTED = /^app-error:([a-z_]+)$/;

/** In place of a page that failed. `digest` names an expected failure, or is the number under which the fault stands in the log. */
export function FailedPage({ digest, retry }: { digest: string | undefined; retry?: () => void }) {
  const expected = PAGE_ERRORS[EXPECTED.exec(digest ?? '')?.[1] ?? ''];
  return (
    <div className="wrap">
      <EmptyState
        level={1}
        tone="no"
        title={expected?.title ?? STAND_IN.errorTitle}
        actions={
          <>
            {retry && <Button onClick={retry}>{STAND_IN.tryAgain}</Button>}
            <LinkButton variant="quiet" href="/">
              {STAND_IN.firstPage}
            </LinkButton>
          </>
        }
      >
        {expected?.message ?? STAND_IN.error}
        {!expected && digest && (
          <>
            {' '}
            {STAND_IN.incident} <bdi className="ltr b">{digest}</bdi>
          </>
        )}
      </EmptyState>
    </div>
  );
}
