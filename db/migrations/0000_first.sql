CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_on` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`actor_role` text NOT NULL,
	`by_delegate` integer DEFAULT false NOT NULL,
	`action` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_key` text NOT NULL,
	`details` text NOT NULL,
	`ip_address` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_recorded_at` ON `audit_log` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject_type`,`subject_key`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor_id`);--> statement-breakpoint
CREATE TABLE `area_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`parent_code` text NOT NULL,
	`population` integer,
	CONSTRAINT "area_versions_kind" CHECK("area_versions"."kind" in ('county', 'district', 'rural_district', 'city', 'locality'))
);
--> statement-breakpoint
CREATE INDEX `area_versions_key` ON `area_versions` (`code`,`id`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_code_unique` ON `bodies` (`code`);--> statement-breakpoint
CREATE TABLE `body_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`body_id` integer NOT NULL,
	`name` text NOT NULL,
	`category` text NOT NULL,
	`district_code` text NOT NULL,
	`rural_district_code` text,
	`official_code` text,
	`provides_public_service` integer NOT NULL,
	`weight_points` real DEFAULT 1 NOT NULL,
	`exists_from` text,
	`dissolved_on` text,
	`coordination_only` integer DEFAULT false NOT NULL,
	`existence_basis` text DEFAULT '' NOT NULL,
	`phone` text,
	`remarks` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "body_versions_recorded_on" CHECK("body_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "body_versions_category" CHECK("body_versions"."category" in ('governorate', 'district_office', 'municipality', 'executive_agency', 'enterprise', 'village_administration', 'association', 'other_institution'))
);
--> statement-breakpoint
CREATE INDEX `body_versions_key` ON `body_versions` (`body_id`,`id`);--> statement-breakpoint
CREATE TABLE `holiday_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`day` text NOT NULL,
	`title` text NOT NULL,
	`is_holiday` integer NOT NULL,
	CONSTRAINT "holiday_versions_day" CHECK("holiday_versions"."day" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `holiday_versions_key` ON `holiday_versions` (`day`,`id`);--> statement-breakpoint
CREATE TABLE `setting_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`key` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `setting_versions_key` ON `setting_versions` (`key`,`id`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`number` integer NOT NULL,
	`week_start_on` text NOT NULL,
	`week_end_on` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text,
	`issued_by_name` text NOT NULL,
	`verification_code` text NOT NULL,
	`document` text NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "editions_week_start_on" CHECK("editions"."week_start_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "editions_week_end_on" CHECK("editions"."week_end_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_verification_code_unique` ON `editions` (`verification_code`);--> statement-breakpoint
CREATE INDEX `editions_week` ON `editions` (`programme_id`,`week_start_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `editions_number` ON `editions` (`programme_id`,`number`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`body_id` integer NOT NULL,
	`milestone_id` integer,
	`occurred_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`side` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`by_delegate` integer DEFAULT false NOT NULL,
	`on_behalf` integer DEFAULT false NOT NULL,
	`self_declared` integer DEFAULT false NOT NULL,
	`is_imported` integer DEFAULT false NOT NULL,
	`note` text,
	`cause` text,
	`turn` text,
	`due_on` text,
	`request_kind` text,
	`outcome` text,
	`refers_to` integer,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refers_to`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_kind" CHECK("events"."kind" in ('start', 'claim', 'withdraw', 'verify', 'certify', 'return', 'block', 'unblock', 'reopen', 'undo', 'exempt', 'lift_exemption', 'extend', 'check_in', 'objection', 'objection_answer', 'request', 'request_answer', 'letter_sent', 'paper_received', 'contact_changed')),
	CONSTRAINT "events_side" CHECK("events"."side" in ('body', 'governorate')),
	CONSTRAINT "events_cause" CHECK("events"."cause" is null or "events"."cause" in ('no_telecom_coverage', 'no_budget', 'no_equipment', 'no_staff', 'no_premises', 'waiting_parent_agency', 'waiting_governorate', 'technical_failure', 'legal', 'other')),
	CONSTRAINT "events_turn" CHECK("events"."turn" is null or "events"."turn" in ('body', 'governorate', 'parent_agency', 'telecom', 'province', 'unknown')),
	CONSTRAINT "events_occurred_on" CHECK("events"."occurred_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "events_recorded_on_shape" CHECK("events"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "events_order_of_days" CHECK("events"."occurred_on" <= "events"."recorded_on"),
	CONSTRAINT "events_due_on" CHECK("events"."due_on" is null or "events"."due_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `events_milestone` ON `events` (`body_id`,`milestone_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_recorded_on` ON `events` (`recorded_on`,`id`);--> statement-breakpoint
CREATE INDEX `events_refers_to` ON `events` (`refers_to`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`kind` text NOT NULL,
	`letter_number` text,
	`letter_on` text,
	`url` text,
	`upload_id` text,
	`classification` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_kind" CHECK("evidence"."kind" in ('letter', 'url', 'photo', 'file')),
	CONSTRAINT "evidence_classification" CHECK("evidence"."classification" in ('ordinary', 'confidential')),
	CONSTRAINT "evidence_content" CHECK(("evidence"."kind" = 'letter' and "evidence"."letter_number" is not null and "evidence"."letter_on" is not null)
        or ("evidence"."kind" = 'url' and "evidence"."url" is not null)
        or ("evidence"."kind" in ('photo', 'file') and "evidence"."upload_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `evidence_event` ON `evidence` (`event_id`);--> statement-breakpoint
CREATE INDEX `evidence_upload` ON `evidence` (`upload_id`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` text NOT NULL,
	`original_name` text NOT NULL,
	`media_type` text NOT NULL,
	`kind` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `uploads_body` ON `uploads` (`body_id`);--> statement-breakpoint
CREATE TABLE `indicator_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`formula` text NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	CONSTRAINT "indicator_versions_direction" CHECK("indicator_versions"."direction" in ('higher_is_better', 'lower_is_better'))
);
--> statement-breakpoint
CREATE INDEX `indicator_versions_key` ON `indicator_versions` (`code`,`id`);--> statement-breakpoint
CREATE TABLE `milestone_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`milestone_id` integer NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`short_title` text NOT NULL,
	`guidance` text NOT NULL,
	`evidence_text` text NOT NULL,
	`evidence_kinds` text NOT NULL,
	`actor` text NOT NULL,
	`weight_points` real NOT NULL,
	`baseline_due_on` text NOT NULL,
	`applies_to` text NOT NULL,
	`basis` text NOT NULL,
	`valid_from` text,
	`is_retired` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestone_versions_recorded_on" CHECK("milestone_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "milestone_versions_due_on" CHECK("milestone_versions"."baseline_due_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "milestone_versions_actor" CHECK("milestone_versions"."actor" in ('body', 'governorate')),
	CONSTRAINT "milestone_versions_basis" CHECK("milestone_versions"."basis" in ('source', 'inference'))
);
--> statement-breakpoint
CREATE INDEX `milestone_versions_key` ON `milestone_versions` (`milestone_id`,`id`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`track_id` integer NOT NULL,
	`code` text NOT NULL,
	FOREIGN KEY (`track_id`) REFERENCES `tracks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `milestones_code` ON `milestones` (`track_id`,`code`);--> statement-breakpoint
CREATE TABLE `programme_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`programme_id` integer NOT NULL,
	`title` text NOT NULL,
	`legal_reference` text NOT NULL,
	`county_code` text NOT NULL,
	`start_on` text NOT NULL,
	`end_on` text NOT NULL,
	`baseline_month` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_versions_recorded_on" CHECK("programme_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "programme_versions_start_on" CHECK("programme_versions"."start_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "programme_versions_end_on" CHECK("programme_versions"."end_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `programme_versions_key` ON `programme_versions` (`programme_id`,`id`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programmes_code_unique` ON `programmes` (`code`);--> statement-breakpoint
CREATE TABLE `track_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text,
	`track_id` integer NOT NULL,
	`title` text NOT NULL,
	`position` integer NOT NULL,
	`start_on` text NOT NULL,
	`deadline_on` text NOT NULL,
	`deadline_source` text NOT NULL,
	`weight_points` real DEFAULT 1 NOT NULL,
	FOREIGN KEY (`track_id`) REFERENCES `tracks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "track_versions_recorded_on" CHECK("track_versions"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "track_versions_start_on" CHECK("track_versions"."start_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "track_versions_deadline_on" CHECK("track_versions"."deadline_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `track_versions_key` ON `track_versions` (`track_id`,`id`);--> statement-breakpoint
CREATE TABLE `tracks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`code` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tracks_code` ON `tracks` (`programme_id`,`code`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_user` ON `accounts` (`user_id`,`provider_id`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`created_by_name` text NOT NULL,
	`last_used_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_sha256_unique` ON `api_tokens` (`sha256`);--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`is_revocation` integer DEFAULT false NOT NULL,
	`granted_by` text,
	`granted_by_name` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delegations_from_on" CHECK("delegations"."from_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "delegations_until_on" CHECK("delegations"."until_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
	CONSTRAINT "delegations_order" CHECK("delegations"."from_on" <= "delegations"."until_on")
);
--> statement-breakpoint
CREATE INDEX `delegations_user` ON `delegations` (`user_id`,`id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failure_count` integer NOT NULL,
	`last_failed_at` text NOT NULL,
	`locked_until` text
);
--> statement-breakpoint
CREATE TABLE `user_scopes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`body_id` integer,
	`district_code` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "user_scopes_one" CHECK(("user_scopes"."body_id" is null) <> ("user_scopes"."district_code" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_scopes_body` ON `user_scopes` (`user_id`,`body_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `user_scopes_district` ON `user_scopes` (`user_id`,`district_code`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`display_username` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`role` text NOT NULL,
	`phone` text,
	`district_code` text,
	`must_change_password` integer DEFAULT true NOT NULL,
	`disabled_at` text,
	CONSTRAINT "users_role" CHECK("users"."role" in ('deputy', 'expert', 'liaison', 'viewer', 'admin'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_unique` ON `users` (`username`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
