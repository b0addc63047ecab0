import type { Product, ProductRequest } from '../seam';
import type { OpenApiCheck, Problem } from './check';

/** Form data is described as files, of which there is nothing to hold a text against. */
const isForm = ({ headers }: ProductRequest): boolean =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value.startsWith('multipart/form-data'),
  );

/**
 * The same product, with every request and answer checked. Requests that the product itself refuses with 400 may be
 * malformed on purpose, so their bodies are not held against the caller; paths under `/local/` belong to this site alone.
 */
export function withOpenApiCheck<T extends Product>(
  product: T,
  check: OpenApiCheck,
  onProblem: (problem: Problem) => void,
  /** Which paths the description covers; all but the site's own without it. */
  covers: (path: string) => boolean = (path) => !path.startsWith('/local/'),
): T {
  return {
    ...product,
    async handle(request) {
      const answer = await product.handle(request);
      if (!covers(request.path)) return answer;
      const parse = (text: string | null): unknown => (text === null || text === '' ? undefined : JSON.parse(text));
      const asked =
        answer.status < 400 && !isForm(request) ? check.request(request.method, request.path, parse(request.body)) : [];
      for (const problem of [
        ...asked,
        ...check.response(request.method, request.path, answer.status, parse(answer.body)),
      ])
        onProblem(problem);
      return answer;
    },
  };
}
