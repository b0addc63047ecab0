import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { HttpRefused, sendJson } from './exchange';

/** The two origins of a site on this machine, reserved from before it is filled until it is closed. */
export interface Ports {
  /** For example `http://localhost:8042`. */
  origin: string;
  frameOrigin: string;
  /** Answers requests from now on; until then they are told to wait. */
  serve(site: RequestListener, frames: RequestListener): void;
  close(): Promise<void>;
}

/** Another program listens there; the message names the port and what to do. */
export class PortInUse extends Error {}

/**
 * Takes a port for the site and the next one for the frames of the app, on this machine only.
 * @param port 0 takes free ones
 * @throws PortInUse
 */
export async function takePorts(port: number): Promise<Ports> {
  const site = listener();
  const frames = listener();
  const sitePort = await listen(site.server, port, 'localhost');
  const framePort = await listen(frames.server, port === 0 ? 0 : port + 1, '127.0.0.1').catch(
    async (error: unknown) => {
      await shut(site.server);
      throw error;
    },
  );
  return {
    origin: `http://localhost:${sitePort}`,
    frameOrigin: `http://127.0.0.1:${framePort}`,
    serve(ofSite, ofFrames) {
      site.answerWith(ofSite);
      frames.answerWith(ofFrames);
    },
    async close() {
      await Promise.all([site.server, frames.server].map(shut));
    },
  };
}

/**
 * A name that somebody else's address answers to may lead to this machine too (DNS rebinding): a request is for this
 * site only when it names it.
 * @throws HttpRefused 421 (RFC 9110, 15.5.20)
 */
export function requireHost({ headers }: IncomingMessage, origin: string): void {
  if (headers.host !== new URL(origin).host)
    throw new HttpRefused(421, `This is ${origin}, not ${headers.host ?? 'a site without a name'}.`);
}

/** The path of a request, decoded. @throws HttpRefused 400 where it is no address */
export function pathOf({ url }: IncomingMessage, origin: string): string {
  try {
    return decodeURIComponent(new URL(url ?? '/', origin).pathname);
  } catch {
    throw new HttpRefused(400, 'The address cannot be read: % is followed by two hexadecimal digits of UTF-8.');
  }
}

function listener(): { server: Server; answerWith(handler: RequestListener): void } {
  let answer: RequestListener = (_request, response) =>
    sendJson(response, 503, { message: 'The site is starting. Try again in a moment.' }, { 'retry-after': '2' });
  return {
    server: createServer((request, response) => answer(request, response)),
    answerWith: (handler) => {
      answer = handler;
    },
  };
}

function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new PortInUse(`Port ${port} is in use. Set PORT to another one; the next port is used too.`)
          : error,
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}
