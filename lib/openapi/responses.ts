import { ref } from './schema-words';
import type { ResponseObject } from './types';

const failure = (description: string): ResponseObject => ({
  description,
  content: { 'application/json': { schema: ref('Error') } },
});

export const RESPONSES: Readonly<Record<string, ResponseObject>> = {
  InvalidInput: failure(
    'A parameter was refused (`invalid_input`), or the day lies before the programme or after today (`as_of_out_of_range`).',
  ),
  SignedOut: failure('No credentials, or a token that is wrong or revoked (`signed_out`).'),
  Forbidden: failure('The credentials are good, but not for this (`forbidden`).'),
  NotFound: failure(
    'There is no such thing, or none that these credentials may see (`not_found`); or nothing was imported yet (`no_programme`).',
  ),
  TooManyAttempts: {
    ...failure('Thirty wrong tokens within a minute from one address (`too_many_attempts`).'),
    headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } },
  },
};
