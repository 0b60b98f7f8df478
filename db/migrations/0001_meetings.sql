CREATE TABLE `decision_outcomes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`occurred_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_by_name` text NOT NULL,
	`by_delegate` integer DEFAULT false NOT NULL,
	`note` text,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_outcomes_outcome" CHECK("decision_outcomes"."outcome" in ('kept', 'broken', 'dropped', 'reopened')),
	CONSTRAINT "decision_outcomes_occurred_on" CHECK("decision_outcomes"."occurred_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "decision_outcomes_recorded_on_shape" CHECK("decision_outcomes"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "decision_outcomes_order_of_days" CHECK("decision_outcomes"."occurred_on" <= "decision_outcomes"."recorded_on")
);
--> statement-breakpoint
CREATE INDEX `decision_outcomes_decision` ON `decision_outcomes` (`decision_id`,`id`);--> statement-breakpoint
CREATE INDEX `decision_outcomes_recorded_on` ON `decision_outcomes` (`recorded_on`,`id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`number` integer NOT NULL,
	`meeting_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_by_name` text NOT NULL,
	`by_delegate` integer DEFAULT false NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`body_id` integer,
	`milestone_id` integer,
	`promised_on` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_meeting_on" CHECK("decisions"."meeting_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "decisions_recorded_on_shape" CHECK("decisions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "decisions_promised_on" CHECK("decisions"."promised_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "decisions_order_of_days" CHECK("decisions"."meeting_on" <= "decisions"."recorded_on" and "decisions"."meeting_on" <= "decisions"."promised_on"),
	CONSTRAINT "decisions_milestone_has_body" CHECK("decisions"."milestone_id" is null or "decisions"."body_id" is not null)
);
--> statement-breakpoint
CREATE INDEX `decisions_recorded_on` ON `decisions` (`recorded_on`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_body` ON `decisions` (`body_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_number` ON `decisions` (`programme_id`,`number`);