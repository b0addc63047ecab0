import type { z } from 'zod';
import { type ProductAnswer, type ProductRequest, readProduct, requestProduct } from '../product/request';

export type { Identity } from '../product/request';

/** Jira's REST API. @throws AppError `jira-…`, see `requestProduct` */
export const requestJira = (request: ProductRequest): Promise<ProductAnswer> => requestProduct('jira', request);

/** As `requestJira`, with the answer parsed by `schema`. @throws AppError jira-answer-unexpected */
export const readJira = <Schema extends z.ZodType>(
  request: ProductRequest,
  schema: Schema,
): Promise<z.output<Schema>> => readProduct('jira', request, schema);
