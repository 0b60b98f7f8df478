CREATE TABLE `edition_renderings` (
	`edition_id` integer PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_remarks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`week_start_on` text NOT NULL,
	`text` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`written_by` text,
	`written_by_name` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_remarks_week_start_on" CHECK("report_remarks"."week_start_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `report_remarks_week` ON `report_remarks` (`programme_id`,`week_start_on`,`id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`body_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`event_id` integer NOT NULL,
	`as_of` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text,
	`issued_by_name` text NOT NULL,
	`document` text NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_kind" CHECK("letters"."kind" in ('late')),
	CONSTRAINT "letters_as_of" CHECK("letters"."as_of" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "letters_issued_on" CHECK("letters"."issued_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_event_id_unique` ON `letters` (`event_id`);--> statement-breakpoint
CREATE INDEX `letters_body` ON `letters` (`body_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number` ON `letters` (`year`,`number`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`paper` text NOT NULL,
	`paper_id` integer NOT NULL,
	`registry_number` text NOT NULL,
	`registered_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_by_name` text NOT NULL,
	CONSTRAINT "registrations_paper_kind" CHECK("registrations"."paper" in ('edition', 'letter')),
	CONSTRAINT "registrations_registered_on" CHECK("registrations"."registered_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `registrations_paper` ON `registrations` (`paper`,`paper_id`,`id`);