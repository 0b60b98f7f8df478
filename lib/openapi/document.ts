import { BODY_SCHEMAS } from './body-schemas';
import { COMMON_SCHEMAS } from './common-schemas';
import { PARAMETERS } from './parameters';
import { PROGRESS_SCHEMAS } from './progress-schemas';
import { RECORD_SCHEMAS } from './record-schemas';
import { RESPONSES } from './responses';
import { ref } from './schema-words';
import type { OpenApiDocument, Operation } from './types';

interface ReadOptions {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly answer: string;
  /** Names in PARAMETERS, without `format`. */
  readonly parameters: readonly string[];
  readonly hasCsv?: boolean;
}

/** A read behind credentials. */
function read({ id, tag, summary, description, answer, parameters, hasCsv = false }: ReadOptions): {
  readonly get: Operation;
} {
  const names = hasCsv ? [...parameters, 'format'] : parameters;
  const csv = { 'text/csv': { schema: { type: 'string', description: 'UTF-8 with a byte order mark.' } } } as const;
  return {
    get: {
      operationId: id,
      summary,
      ...(description && { description }),
      tags: [tag],
      parameters: names.map((name) => ({ $ref: `#/components/parameters/${name}` })),
      responses: {
        '200': {
          description: summary,
          content: { 'application/json': { schema: ref(answer) }, ...(hasCsv ? csv : {}) },
        },
        '400': { $ref: '#/components/responses/InvalidInput' },
        '401': { $ref: '#/components/responses/SignedOut' },
        '403': { $ref: '#/components/responses/Forbidden' },
        '404': { $ref: '#/components/responses/NotFound' },
        '429': { $ref: '#/components/responses/TooManyAttempts' },
      },
    },
  };
}

const PAIR_FILTER = ['programme', 'deadline', 'track', 'category', 'district'];

/** The description of the HTTP API that `GET /api/v1/openapi.json` answers with. */
export const OPENAPI_DOCUMENT: OpenApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Mizban',
    version: '1.0.0',
    description:
      'Read-only. Every figure can be asked for any day from the start of the programme to today, and a past day gives the same answer whenever it is asked. Ratios run from 0 to 1 and are not rounded; what has no value is null, with a reason.',
  },
  servers: [{ url: '/', description: 'This server.' }],
  tags: [
    { name: 'figures', description: 'Progress by group and over time.' },
    { name: 'bodies', description: 'Bodies and their milestones.' },
    { name: 'records', description: 'What was recorded and issued.' },
    { name: 'service', description: 'About the server itself; open to everybody.' },
  ],
  security: [{ bearer: [] }, { session: [] }],
  paths: {
    '/api/v1/progress': read({
      id: 'getProgress',
      tag: 'figures',
      summary: 'Figures by group, as of a day',
      answer: 'Progress',
      parameters: ['asOf', 'groupBy', ...PAIR_FILTER],
      hasCsv: true,
    }),
    '/api/v1/series': read({
      id: 'getSeries',
      tag: 'figures',
      summary: 'Planned, claimed and verified over time',
      answer: 'Series',
      parameters: ['from', 'to', 'step', ...PAIR_FILTER],
      hasCsv: true,
    }),
    '/api/v1/bodies': read({
      id: 'listBodies',
      tag: 'bodies',
      summary: 'Bodies with the status of each track',
      description: 'A liaison gets the own bodies only.',
      answer: 'Bodies',
      parameters: ['asOf', ...PAIR_FILTER, 'q', 'status'],
      hasCsv: true,
    }),
    '/api/v1/bodies/{code}': read({
      id: 'getBody',
      tag: 'bodies',
      summary: 'One body: figures, status and reasons by track, state and due by milestone',
      answer: 'Body',
      parameters: ['code', 'asOf', 'programme'],
    }),
    '/api/v1/events': read({
      id: 'listEvents',
      tag: 'records',
      summary: 'Events in the order of recording, at most 500 at once',
      description: 'Ask after the highest id known to follow the history.',
      answer: 'Events',
      parameters: ['after'],
      hasCsv: true,
    }),
    '/api/v1/reports': read({
      id: 'listReports',
      tag: 'records',
      summary: 'Issued weekly reports, newest first',
      answer: 'Reports',
      parameters: ['reportProgramme'],
      hasCsv: true,
    }),
    '/api/v1/reports/{number}': read({
      id: 'getReport',
      tag: 'records',
      summary: 'One weekly report as it was frozen',
      description: 'Where several programmes run, `programme` is needed. A liaison gets the summary with the own rows.',
      answer: 'Report',
      parameters: ['number', 'reportProgramme'],
    }),
    '/api/v1/openapi.json': {
      get: {
        operationId: 'getDescription',
        summary: 'This description',
        tags: ['service'],
        security: [],
        parameters: [],
        responses: {
          '200': { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
    '/api/v1/health': {
      get: {
        operationId: 'getHealth',
        summary: 'Whether the server can answer; the same as /api/health',
        tags: ['service'],
        security: [],
        parameters: [],
        responses: {
          '200': { description: 'It can.', content: { 'application/json': { schema: ref('Health') } } },
          '503': { description: 'It cannot read its database.' },
        },
      },
    },
  },
  components: {
    schemas: { ...COMMON_SCHEMAS, ...PROGRESS_SCHEMAS, ...BODY_SCHEMAS, ...RECORD_SCHEMAS },
    parameters: PARAMETERS,
    responses: RESPONSES,
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'A read-only token: `npm run mizban -- token create`.' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'mizban.session_token',
        description: 'The session of a signed-in person.',
      },
    },
  },
};
