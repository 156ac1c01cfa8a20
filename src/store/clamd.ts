// ClamAV's daemon as a scanner: the bytes are sent to it, so that it may run on another machine and as another user.
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Scanner, Verdict } from './file-scans.ts';

export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

const longestReply = 4096;

const verdictOf = (reply: string): Verdict => {
  const said = reply.replace(/\0.*$/s, '').trim();
  if (/^stream: OK$/.test(said)) return 'clean';
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  return found === undefined ? 'failed' : { virus: found };
};

/** zINSTREAM, then pieces with their length before them, then a piece of no length. */
const piecesOf = async function* (path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer; // no encoding is set
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    yield Buffer.concat([length, bytes]);
  }
  yield Buffer.alloc(4);
};

const send = async (socket: Socket, path: string): Promise<void> => {
  for await (const piece of piecesOf(path)) {
    if (socket.destroyed) return;
    if (!socket.write(piece))
      await new Promise<void>((done) => {
        socket.once('drain', done);
        socket.once('close', () => done());
      });
  }
};

/** All that it answers until it closes or the answer has its end. */
const replyOn = (socket: Socket): Promise<string> =>
  new Promise((done, fail) => {
    let reply = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      reply += text;
      if (reply.includes('\0') || reply.length > longestReply) done(reply);
    });
    socket.on('error', fail);
    socket.on('close', () => done(reply));
  });

/**
 * @param timeoutMs  how long nothing may move on the connection
 * @returns          a scanner that says `failed` where the daemon cannot be reached, breaks off, or says anything but a verdict
 */
export const clamd = (address: ClamdAddress, timeoutMs = 60_000): Scanner => ({
  engine: 'ClamAV',
  scan: async (path) => {
    const socket = connect(address);
    socket.setTimeout(timeoutMs, () => socket.destroy());
    const reply = replyOn(socket);
    // It may answer before all is sent: too long a stream is refused in the middle.
    const sending = send(socket, path).catch(() => socket.destroy());
    const verdict = await reply.then(verdictOf, (): Verdict => 'failed');
    socket.destroy();
    await sending;
    return verdict;
  },
});
