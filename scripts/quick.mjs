// The quick half of the tests: types, lint, the packs and the pure rooms. Under a minute.
import { mkdirSync } from 'node:fs';
import { format, lint, packs, types, vitest } from './plan.mjs';
import { runSteps } from './steps.mjs';

mkdirSync('node_modules/.cache', { recursive: true });
runSteps([types, format, lint, packs(''), vitest('--project pure')]);
