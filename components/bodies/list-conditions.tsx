import { Icon } from '@/components/ui/icon';
import { BODY_LIST } from '@/lib/messages/body-list';

export interface ListConditionsProps {
  conditions: readonly { readonly key: string; readonly text: string; readonly clearHref: string }[];
  orderText: string;
  clearAllHref: string;
}

/** How the list is narrowed, as one sentence in which each part leads to the list without it. */
export function ListConditions({ conditions, orderText, clearAllHref }: ListConditionsProps) {
  return (
    <p className="conditions">
      {conditions.length === 0 ? (
        <span>{BODY_LIST.unfiltered}</span>
      ) : (
        <>
          <span>{BODY_LIST.filteredBy}</span>
          {conditions.map(({ key, text, clearHref }) => (
            <span key={key} className="condition" data-condition={key}>
              {text}
              <a href={clearHref} aria-label={BODY_LIST.drop(text)} title={BODY_LIST.drop(text)}>
                <Icon name="close" />
              </a>
            </span>
          ))}
          {conditions.length > 1 && (
            <a className="clear-all" href={clearAllHref}>
              {BODY_LIST.clearAll}
            </a>
          )}
        </>
      )}
      <span className="faint">{orderText}</span>
    </p>
  );
}
