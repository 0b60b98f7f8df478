CREATE TABLE `desk_address_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`body_id` integer NOT NULL,
	`url` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "desk_address_versions_recorded_on" CHECK("desk_address_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `desk_address_versions_key` ON `desk_address_versions` (`body_id`,`id`);--> statement-breakpoint
CREATE TABLE `desk_checks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`body_id` integer NOT NULL,
	`url` text NOT NULL,
	`trigger` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_by_name` text NOT NULL,
	`outcome` text NOT NULL,
	`status` integer,
	`milliseconds` integer,
	`is_https` integer NOT NULL,
	`certificate_until` text,
	`pages` text NOT NULL,
	`findings` text NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "desk_checks_trigger" CHECK("desk_checks"."trigger" in ('on_demand', 'weekly')),
	CONSTRAINT "desk_checks_outcome" CHECK("desk_checks"."outcome" in ('answered', 'host_not_listed', 'address_not_allowed', 'redirected_away', 'not_found_by_name', 'refused_connection', 'certificate_invalid', 'timed_out', 'too_large', 'http_error', 'not_a_page')),
	CONSTRAINT "desk_checks_recorded_on_shape" CHECK("desk_checks"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `desk_checks_body` ON `desk_checks` (`body_id`,`id`);--> statement-breakpoint
CREATE INDEX `desk_checks_recorded_on` ON `desk_checks` (`recorded_on`,`id`);--> statement-breakpoint
CREATE TABLE `desk_sign_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`code` text NOT NULL,
	`milestone_code` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`phrases` text NOT NULL,
	`is_retired` integer DEFAULT false NOT NULL,
	CONSTRAINT "desk_sign_versions_recorded_on" CHECK("desk_sign_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `desk_sign_versions_key` ON `desk_sign_versions` (`code`,`id`);--> statement-breakpoint
CREATE TABLE `checklist_item_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`guidance` text NOT NULL,
	`max_points` integer NOT NULL,
	`is_critical` integer DEFAULT false NOT NULL,
	`contradicts` text DEFAULT '' NOT NULL,
	`is_retired` integer DEFAULT false NOT NULL,
	CONSTRAINT "checklist_item_versions_recorded_on" CHECK("checklist_item_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "checklist_item_versions_points" CHECK("checklist_item_versions"."max_points" > 0)
);
--> statement-breakpoint
CREATE INDEX `checklist_item_versions_key` ON `checklist_item_versions` (`code`,`id`);--> statement-breakpoint
CREATE TABLE `inspection_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inspection_id` integer NOT NULL,
	`milestone_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`event_id` integer,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_by_name` text NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inspection_answers_outcome" CHECK("inspection_answers"."outcome" in ('reopened', 'kept')),
	CONSTRAINT "inspection_answers_recorded_on" CHECK("inspection_answers"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "inspection_answers_event" CHECK(("inspection_answers"."outcome" = 'reopened') = ("inspection_answers"."event_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_answers_milestone` ON `inspection_answers` (`inspection_id`,`milestone_id`);--> statement-breakpoint
CREATE TABLE `inspection_photos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inspection_id` integer NOT NULL,
	`upload_id` text NOT NULL,
	`item_code` text,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_photos_upload` ON `inspection_photos` (`inspection_id`,`upload_id`);--> statement-breakpoint
CREATE TABLE `inspection_scores` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inspection_id` integer NOT NULL,
	`item_code` text NOT NULL,
	`grade` text NOT NULL,
	`points` real NOT NULL,
	`max_points` integer NOT NULL,
	`is_critical` integer NOT NULL,
	`remark` text,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inspection_scores_grade" CHECK("inspection_scores"."grade" in ('excellent', 'good', 'fair', 'poor', 'not_applicable')),
	CONSTRAINT "inspection_scores_points" CHECK("inspection_scores"."points" between 0 and "inspection_scores"."max_points")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_scores_item` ON `inspection_scores` (`inspection_id`,`item_code`);--> statement-breakpoint
CREATE TABLE `inspections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`body_id` integer NOT NULL,
	`is_announced` integer NOT NULL,
	`visited_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`recorded_by_name` text NOT NULL,
	`inspector_post` text NOT NULL,
	`desk_post` text NOT NULL,
	`remark` text,
	`points` real NOT NULL,
	`max_points` real NOT NULL,
	`pass_percent` integer NOT NULL,
	`is_real` integer NOT NULL,
	`corrects` integer,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects`) REFERENCES `inspections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inspections_visited_on" CHECK("inspections"."visited_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "inspections_recorded_on_shape" CHECK("inspections"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "inspections_order_of_days" CHECK("inspections"."visited_on" <= "inspections"."recorded_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspections_key_unique` ON `inspections` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `inspections_corrects_unique` ON `inspections` (`corrects`);--> statement-breakpoint
CREATE INDEX `inspections_body` ON `inspections` (`body_id`,`id`);--> statement-breakpoint
CREATE INDEX `inspections_recorded_on` ON `inspections` (`recorded_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `inspections_number` ON `inspections` (`year`,`number`);--> statement-breakpoint
CREATE TABLE `survey_item_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`axis` text NOT NULL,
	`axis_title` text NOT NULL,
	`text` text NOT NULL,
	`is_reversed` integer DEFAULT false NOT NULL,
	`feeds` text DEFAULT '' NOT NULL,
	`is_retired` integer DEFAULT false NOT NULL,
	CONSTRAINT "survey_item_versions_recorded_on" CHECK("survey_item_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `survey_item_versions_key` ON `survey_item_versions` (`code`,`id`);--> statement-breakpoint
CREATE TABLE `survey_link_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`body_id` integer NOT NULL,
	`token` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_link_versions_recorded_on" CHECK("survey_link_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_link_versions_token_unique` ON `survey_link_versions` (`token`);--> statement-breakpoint
CREATE INDEX `survey_link_versions_key` ON `survey_link_versions` (`body_id`,`id`);--> statement-breakpoint
CREATE TABLE `survey_responses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`body_id` integer NOT NULL,
	`month` text NOT NULL,
	`channel` text NOT NULL,
	`answers` text NOT NULL,
	`satisfaction` real,
	`ease` real,
	`transparency` real,
	`integrity` real,
	`needed_go_between` integer,
	`recorded_on` text NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_responses_channel" CHECK("survey_responses"."channel" in ('paper', 'tablet', 'qr')),
	CONSTRAINT "survey_responses_month_shape" CHECK("survey_responses"."month" glob '1[345][0-9][0-9]-[01][0-9]'),
	CONSTRAINT "survey_responses_recorded_on" CHECK("survey_responses"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_responses_key_unique` ON `survey_responses` (`key`);--> statement-breakpoint
CREATE INDEX `survey_responses_month` ON `survey_responses` (`month`,`body_id`,`recorded_on`);--> statement-breakpoint
ALTER TABLE `area_versions` ADD `map_column` integer;--> statement-breakpoint
ALTER TABLE `area_versions` ADD `map_row` integer;