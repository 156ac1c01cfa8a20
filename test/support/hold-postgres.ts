// Starts the server of a folder, says where it is, and waits to be ended: the parent that tests kill.
import { startEmbedded } from '#store/embedded/server.ts';
import { StoreError } from '#store/store-error.ts';

try {
  const server = await startEmbedded({ folder: process.argv[2] ?? '' });
  process.stdout.write(`${JSON.stringify({ adopted: server.adopted, host: server.host, port: server.port })}\n`);
  process.once('SIGTERM', () => {
    void server.stop().then(() => process.exit(0));
  });
  setInterval(() => undefined, 1000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: error instanceof StoreError ? error.code : String(error) })}\n`);
  process.exitCode = 1;
}
