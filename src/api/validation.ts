/** Parameters and headers are checked by the schemas of their routes, before anything is done. */
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** Checks every part of a request by its schema, but `unread`, which the route reads by itself. */
export function checkedBut(unread: 'body' | 'querystring') {
  return ({ schema, httpPart }: { readonly schema: unknown; readonly httpPart?: string }) =>
    httpPart === unread || !(schema instanceof z.ZodType)
      ? asItCame
      : validatorCompiler({ schema, method: '', url: '' });
}

const asItCame = (value: unknown) => ({ value });
