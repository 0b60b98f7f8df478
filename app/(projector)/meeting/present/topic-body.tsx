import type { PresentAddress } from '@/components/meeting/present-links';
import { TOPIC_TITLES, type Topic } from '@/lib/messages/present';
import type { Dashboard } from '@/lib/services/dashboard';
import { CurveTopic, TracksTopic, VerdictTopic } from './topic-figures';
import { BlockersTopic, LateTopic, SilentTopic, WaitingTopic } from './topic-lists';
import { DecidedTopic, PromisesTopic } from './topic-promises';

/** The data of one topic. */
export function TopicBody({ topic, view, address }: { topic: Topic; view: Dashboard; address: PresentAddress }) {
  const { asOf: linkDay } = address;
  switch (topic) {
    case 'verdict':
      return <VerdictTopic view={view} />;
    case 'tracks':
      return <TracksTopic view={view} />;
    case 'curve':
      return <CurveTopic view={view} title={TOPIC_TITLES.curve} />;
    case 'late':
      return <LateTopic view={view} linkDay={linkDay} />;
    case 'waiting':
      return <WaitingTopic view={view} linkDay={linkDay} />;
    case 'blockers':
      return <BlockersTopic view={view} />;
    case 'silent':
      return <SilentTopic view={view} linkDay={linkDay} />;
    case 'promises':
      return <PromisesTopic meeting={view.meeting} address={address} />;
    case 'decided':
      return <DecidedTopic meeting={view.meeting} address={address} />;
  }
}
