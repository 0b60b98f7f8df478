'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { discardStaged } from '@/lib/services/imports/staged';
import { confirmImport, submitImport } from '@/lib/services/imports/two-steps';
import { importDiscardSchema, readingsFileSchema } from '@/lib/validation/import-forms';

const PATH = '/indicators/import';

export const sendReadings = action(readingsFileSchema, async (ctx, { file }) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const id = await submitImport(ctx, 'readings', [{ fileName: file.name, bytes }]);
  redirect(`${PATH}/${id}`);
});

export const confirmReadings = action(importDiscardSchema, async (ctx, { id }) => {
  const { kind, result } = await confirmImport(ctx, id, false);
  redirect(kind === 'readings' ? `${PATH}?done=${result.created + result.updated}` : PATH);
});

export const discardReadings = action(importDiscardSchema, (ctx, { id }) => {
  discardStaged(ctx, id);
  redirect(`${PATH}?done=discarded`);
});
