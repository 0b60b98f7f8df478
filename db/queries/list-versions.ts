import { asc } from 'drizzle-orm';
import type { Executor } from '../client';
import { deskSignVersions } from '../schema/desk-checks';
import { checklistItemVersions } from '../schema/inspections';
import { surveyItemVersions } from '../schema/surveys';

/** Every version of every item, in the order of recording: lists of a few dozen items at most. */
export const listChecklistVersions = (db: Executor) =>
  db.select().from(checklistItemVersions).orderBy(asc(checklistItemVersions.id)).all();

export const listSurveyItemVersions = (db: Executor) =>
  db.select().from(surveyItemVersions).orderBy(asc(surveyItemVersions.id)).all();

export const listDeskSignVersions = (db: Executor) =>
  db.select().from(deskSignVersions).orderBy(asc(deskSignVersions.id)).all();
