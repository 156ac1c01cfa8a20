// What the server refused, place by place; what went wrong on the way to it, in one sentence.
import type { Finding } from '#contract/problem.ts';
import { ApiProblem } from '#web/data/api.ts';
import { ErrorState } from '#web/parts/states.tsx';
import { Findings } from './Findings.tsx';

type Props = {
  readonly error: Error | null;
  readonly text: string;
  readonly cells: ReadonlyMap<number, string>;
  readonly onGo: ((finding: Finding) => void) | null;
};

export const Problems = ({ error, text, cells, onGo }: Props) => {
  if (error === null) return null;
  const findings = error instanceof ApiProblem ? error.problem.problems : [];
  return findings.length > 0 ? (
    <Findings findings={findings} text={text} cells={cells} onGo={onGo} />
  ) : (
    <ErrorState error={error} />
  );
};
