CREATE TABLE `indicator_readings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`body_id` integer NOT NULL,
	`indicator_code` text NOT NULL,
	`month` text NOT NULL,
	`numerator` real,
	`denominator` real,
	`value` real NOT NULL,
	`note` text,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_by_name` text NOT NULL,
	`on_behalf` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicator_readings_month" CHECK("indicator_readings"."month" glob '1[345][0-9][0-9]-[01][0-9]'),
	CONSTRAINT "indicator_readings_pair" CHECK(("indicator_readings"."numerator" is null) = ("indicator_readings"."denominator" is null)),
	CONSTRAINT "indicator_readings_recorded_on" CHECK("indicator_readings"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `indicator_readings_key` ON `indicator_readings` (`month`,`body_id`,`indicator_code`,`id`);