// The seven procedures together, and how a phase is looked up in them.
import { apply } from './apply.ts';
import { confirm } from './confirm.ts';
import { enrol } from './enrol.ts';
import { match } from './match.ts';
import { recover } from './recover.ts';
import { service } from './service.ts';
import { task } from './task.ts';
import type { PhaseRow, Procedure, ProcedureKind } from './shape.ts';

export const procedures: { readonly [K in ProcedureKind]: Procedure<string> } = {
  confirm,
  apply,
  recover,
  service,
  match,
  enrol,
  task,
};

/**
 * The row of a phase.
 *
 * @throws when the procedure has no such phase: a state is only ever made from these tables
 */
export const phaseRow = (procedure: ProcedureKind, phase: string): PhaseRow<string> => {
  const row = procedures[procedure].phases[phase];
  if (row === undefined) throw new Error(`no phase ${phase} in ${procedure}`);
  return row;
};
