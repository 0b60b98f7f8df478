import type { SENDING_HOLDS } from '@/lib/messages/notifications';
import { previewDigests, runNotifications, sendingHold } from '@/lib/services/notifications';
import { UsageError, type CommandGroup } from '../command';

const HOLDS: Readonly<Record<keyof typeof SENDING_HOLDS, string>> = {
  simulated: 'Today is simulated: nothing is ever sent.',
  sample: 'The data are a sample: nothing is ever sent.',
  clock: 'The clock stands before what is already recorded: nothing is sent until it is right.',
  off: 'No channel is both set up in the environment and turned on by the admin.',
  quiet_day: 'Today is a Friday, a holiday or no working day: it goes out on the next working day.',
  quiet_hours: 'It is not within the hours of sending.',
};

export const commands: CommandGroup = {
  '': {
    summary: 'Makes today’s messages by e-mail and SMS and sends what is due; the server does the same every minute.',
    usage: '[--dry-run]',
    help: [
      '--dry-run   tell what would be sent on the channels that are on, whatever the hour, and change nothing',
      'For cron or the Task Scheduler where the server is not always running. Nobody is told twice, however often it runs.',
    ],
    options: { 'dry-run': { type: 'boolean' } },
    run: async (input) => {
      if (input.positionals.length > 0) throw new UsageError('Nothing is wanted after "notify".');
      const ctx = input.getContext();
      if (input.values['dry-run'] === true) {
        const hold = sendingHold(ctx);
        const digests = previewDigests(ctx).map(({ username, channel, recipient, keys, vars }) => ({
          username,
          channel,
          recipient,
          messages: keys.length,
          summary: vars.summary,
        }));
        const lines = digests.map((each) => `${each.username}  ${each.channel}  ${each.recipient}  ${each.summary}`);
        return {
          json: { hold, digests },
          text: [...(hold === null ? [] : [HOLDS[hold]]), ...lines, `${digests.length} would be sent.`].join('\n'),
        };
      }
      const report = await runNotifications(ctx);
      const { hold, queued, sent, failed, givenUp } = report;
      return {
        json: report,
        text:
          hold !== null ? HOLDS[hold] : `${queued} made, ${sent} sent, ${failed} to try again, ${givenUp} given up.`,
      };
    },
  },
};
