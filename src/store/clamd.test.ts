// ClamAV's protocol against a daemon made for the test: what is sent, and what each answer means.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clamd, type ClamdAddress } from './clamd.ts';

const root = mkdtempSync(join(tmpdir(), 'tihang-clamd-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const path = join(root, 'a.pdf');
/** More than one piece. */
const content = Buffer.alloc(200_000, 'tihang');
writeFileSync(path, content);

/** What was sent between the command and the piece of no length; null while it has not all come. */
const unpacked = (sent: Buffer): Buffer | null => {
  const command = 'zINSTREAM\0';
  if (sent.length < command.length) return null;
  if (sent.toString('latin1', 0, command.length) !== command) throw new Error('another command');
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > sent.length) return null;
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
};

const daemon = async <T>(
  onSocket: (socket: Socket) => void,
  work: (address: ClamdAddress) => Promise<T>,
  unix?: string,
): Promise<T> => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((done) =>
    unix === undefined ? server.listen(0, '127.0.0.1', done) : server.listen(unix, done),
  );
  try {
    return await work(
      unix === undefined ? { host: '127.0.0.1', port: (server.address() as AddressInfo).port } : { path: unix },
    ); // it listens on a port
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  }
};

let received: Buffer | null = null;

/** Answers when all has come. */
const answering =
  (reply: string) =>
  (socket: Socket): void => {
    let sent = Buffer.alloc(0);
    received = null;
    socket.on('data', (chunk: Buffer) => {
      sent = Buffer.concat([sent, chunk]);
      received = unpacked(sent);
      if (received !== null) socket.end(reply);
    });
  };

const scan = (address: ClamdAddress) => clamd(address, 500).scan(path);

describe('ClamAV', () => {
  it('is sent every byte, and its verdict is read', async () => {
    expect(await daemon(answering('stream: OK\0'), scan)).toBe('clean');
    expect(received?.equals(content)).toBe(true);
    expect(await daemon(answering('stream: Win.Test.EICAR_HDB-1 FOUND\0'), scan)).toEqual({
      virus: 'Win.Test.EICAR_HDB-1',
    });
  });

  it('is reached by a Unix socket too', async () => {
    expect(await daemon(answering('stream: OK\0'), scan, join(root, 'clamd.sock'))).toBe('clean');
  });

  it('has failed where it says anything else, breaks off, hangs or is not there', async () => {
    for (const reply of [
      'INSTREAM size limit exceeded. ERROR\0',
      'stream: x ERROR\0',
      'stream: OK and more\0',
      '',
      '\0',
    ])
      expect(await daemon(answering(reply), scan), reply).toBe('failed');
    expect(await daemon((socket) => socket.destroy(), scan)).toBe('failed');
    expect(await daemon((socket) => socket.resume(), scan)).toBe('failed');
    const gone = await daemon(
      () => undefined,
      (address) => Promise.resolve(address),
    );
    expect(await scan(gone)).toBe('failed');
    expect(await scan({ path: join(root, 'nobody.sock') })).toBe('failed');
  });

  it('has failed where the file cannot be read: nothing is passed unseen', async () => {
    const missing = (address: ClamdAddress) => clamd(address, 500).scan(join(root, 'not-there'));
    expect(await daemon(answering('stream: OK\0'), missing)).toBe('failed');
  });

  it('may answer before all is sent', async () => {
    const early = (socket: Socket): void => void socket.end('INSTREAM size limit exceeded. ERROR\0');
    expect(await daemon(early, scan)).toBe('failed');
  });
});
