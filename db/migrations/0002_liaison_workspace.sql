CREATE TABLE `evidence_examples` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`evidence_id` integer NOT NULL,
	`is_example` integer NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_by_name` text NOT NULL,
	`by_delegate` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_examples_recorded_on" CHECK("evidence_examples"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `evidence_examples_evidence` ON `evidence_examples` (`evidence_id`,`id`);--> statement-breakpoint
CREATE TABLE `contact_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`email` text,
	`wants_email` integer DEFAULT true NOT NULL,
	`wants_sms` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message_reads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`message_key` text NOT NULL,
	`read_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_reads_at` ON `message_reads` (`user_id`,`read_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `message_reads_key` ON `message_reads` (`user_id`,`message_key`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`channel` text NOT NULL,
	`digest_on` text NOT NULL,
	`template` text NOT NULL,
	`vars` text NOT NULL,
	`recipient` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` text NOT NULL,
	`created_at` text NOT NULL,
	`sent_at` text,
	`answer` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_channel" CHECK("outbox"."channel" in ('email', 'sms')),
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('queued', 'sending', 'sent', 'failed', 'given_up')),
	CONSTRAINT "outbox_digest_on" CHECK("outbox"."digest_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_digest` ON `outbox` (`user_id`,`channel`,`digest_on`);--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`outbox_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`channel` text NOT NULL,
	`message_key` text NOT NULL,
	FOREIGN KEY (`outbox_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outbox_messages_outbox` ON `outbox_messages` (`outbox_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_messages_key` ON `outbox_messages` (`user_id`,`channel`,`message_key`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`digest` text PRIMARY KEY NOT NULL,
	`event_id` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_own` ON `events` (`body_id`,`side`,`id`);