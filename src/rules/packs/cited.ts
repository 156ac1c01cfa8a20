// Sets and parameters cite clauses too: each key must exist, and each parameter value needs one and keeps it.
import type { Bench } from './bench.ts';
import type { LoadedFiles } from './files.ts';
import { parameterRows, setRows } from './sets.ts';
import { below, clauseRequired, fileCites, siteOf } from './site.ts';
import type { World } from './world.ts';

export const checkCited = (bench: Bench, world: World, files: LoadedFiles): void => {
  for (const pack of world.packs) {
    const outer = siteOf(bench, world, pack);
    for (const file of files.sets.filter(({ folder }) => folder === pack.id)) {
      const site = below(outer, fileCites(file.shape));
      for (const row of setRows(file)) below(site, row);
    }
    for (const file of files.parameters.filter(({ folder }) => folder === pack.id)) {
      const site = below(outer, fileCites(file.shape));
      for (const row of parameterRows(file)) {
        const rowSite = below(site, row);
        const draft = world.parameters.find(({ name }) => name === row.name)?.value;
        row.values.forEach((written, index) => {
          const cited = clauseRequired(below(rowSite, written), written.value.place, '参数值');
          const dated = draft?.values[index];
          if (dated) dated.clause = cited;
        });
      }
    }
  }
};
