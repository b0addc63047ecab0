import { z } from 'zod';

/** Pieces of request bodies that several families share. */

/** An id that clients send as a text or a number. */
export const id = z.union([z.string().regex(/^-?\d+$/, 'must be a numeric id'), z.number().int()]).transform(String);
export const ids = z.array(id);
export const name = z.string().trim().min(1).max(255);
export const description = z.string().max(32_767).optional();
