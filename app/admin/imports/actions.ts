'use server';

import { redirect } from 'next/navigation';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/actions';
import { discardStaged } from '@/lib/services/imports/staged';
import { confirmImport, submitImport } from '@/lib/services/imports/two-steps';
import {
  importDecisionSchema,
  importDiscardSchema,
  importFileSchema,
  importProgrammeSchema,
} from '@/lib/validation/import-forms';

async function toImportFile(file: File) {
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export const sendFile = action(importFileSchema, async (ctx, { kind, file }) => {
  const id = await submitImport(ctx, kind, [await toImportFile(file)]);
  redirect(`/admin/imports/${id}`);
});

export const sendProgramme = action(importProgrammeSchema, async (ctx, { files }) => {
  const id = await submitImport(ctx, 'programme', await Promise.all(files.map(toImportFile)));
  redirect(`/admin/imports/${id}`);
});

export const confirm = action(importDecisionSchema, async (ctx, { id, skipBadRows }) => {
  const { kind } = await confirmImport(ctx, id, skipBadRows === 'on');
  revalidatePath('/', 'layout');
  redirect(`/admin/imports?done=${kind}`);
});

export const discard = action(importDiscardSchema, (ctx, { id }) => {
  discardStaged(ctx, id);
  redirect('/admin/imports?done=discarded');
});
