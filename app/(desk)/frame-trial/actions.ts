'use server';
import { z } from 'zod';
import { action, done } from '@/lib/actions';
import { AppError } from '@/lib/errors';
export const trial = action(z.object({ letterNumber: z.string().trim().min(1), letterOn: z.string().min(1), cause: z.string().min(1), turn: z.string(), note: z.string() }), async (_ctx, input) => {
  if (input.note === 'conflict') throw new AppError('conflict', { kind: 'return', actorName: 'کارشناس' });
  if (input.note === 'bug') throw new TypeError('boom');
  return done(input, 'گزارش شما رسید.');
});
