import { Icon } from '@/components/ui/icon';
import { PRESENT, TOPIC_TITLES, type Topic } from '@/lib/messages/present';
import { presentHref, type PresentAddress } from './present-links';

/** The way to a neighbouring topic; the next one lies to the left. */
export function TopicTurn({
  topic,
  address,
  isNext,
}: {
  topic: Topic | undefined;
  address: PresentAddress;
  isNext: boolean;
}) {
  const word = isNext ? PRESENT.next : PRESENT.previous;
  const drawing = isNext ? (
    <>
      {word}
      <Icon name="later" />
    </>
  ) : (
    <>
      <Icon name="earlier" />
      {word}
    </>
  );
  if (topic === undefined) {
    return (
      <span className="btn" aria-disabled="true">
        {drawing}
      </span>
    );
  }
  const title = (isNext ? PRESENT.nextTopic : PRESENT.previousTopic)(TOPIC_TITLES[topic]);
  return (
    <a
      className="btn"
      href={presentHref(topic, address)}
      rel={isNext ? 'next' : 'prev'}
      aria-label={title}
      title={title}
    >
      {drawing}
    </a>
  );
}
