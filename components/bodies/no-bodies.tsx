import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/button';
import { bodyHref } from '@/components/dashboard/links';
import { BODIES } from '@/lib/messages/bodies';

/** Nothing found: the nearest names, or the way back to everything. */
export function NoBodies({
  query,
  hasBodies,
  suggestions,
}: {
  query: string;
  hasBodies: boolean;
  suggestions: readonly { readonly code: string; readonly name: string }[];
}) {
  if (!hasBodies) {
    return (
      <EmptyState level={2} title={BODIES.noBodies}>
        {BODIES.noBodiesHelp}
      </EmptyState>
    );
  }
  const title = query === '' ? BODIES.noneWithFilter : BODIES.noneFound(query);
  return (
    <EmptyState level={2} icon="search" title={title} actions={<LinkButton href="/bodies">{BODIES.clear}</LinkButton>}>
      {suggestions.length > 0 && (
        <>
          {BODIES.maybe}{' '}
          {suggestions.map(({ code, name }, index) => (
            <span key={code}>
              {index > 0 && '، '}
              <a href={bodyHref(code, null)}>{name}</a>
            </span>
          ))}
        </>
      )}
    </EmptyState>
  );
}
