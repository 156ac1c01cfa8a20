// Every mistake of a file, at its place: the line or cell itself, what was expected, what to do. A click puts the cursor there.
import { Button } from '#web/parts/Button.tsx';
import { useEffect, useRef } from 'react';
import type { Finding } from '#contract/problem.ts';
import { tryWords } from '#web/words/try.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './Findings.module.css';

type Words = (typeof tryWords)['zh'];

const sentence = ({ found, expected, nearest, remedy }: Finding, words: Words): string =>
  [
    found === null ? null : words.found(found),
    expected === null ? null : words.expected(expected),
    nearest === null ? null : words.nearest(nearest),
    remedy,
  ]
    .filter((part) => part !== null)
    .join(words.join);

type Props = {
  readonly findings: readonly Finding[];
  readonly text: string;
  /** The cell of a workbook that a line of the text came from. */
  readonly cells: ReadonlyMap<number, string>;
  /** null where there is no text to look at. */
  readonly onGo: ((finding: Finding) => void) | null;
};

export const Findings = ({ findings, text, cells, onGo }: Props) => {
  const words = useWords(tryWords);
  const lines = text.split('\n');
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [findings]);
  return (
    <section className={css.box} aria-labelledby="findings">
      <h2 id="findings" tabIndex={-1} ref={head} className={css.title}>
        {words.problems(findings.length)}
      </h2>
      <ol className={css.list} lang="zh-CN">
        {findings.map((finding, index) => {
          const cell = finding.place === null ? undefined : cells.get(finding.place.line);
          return (
            <li key={`${index} ${finding.code}`}>
              <p className={css.message}>{finding.message}</p>
              <p className="quiet small">{sentence(finding, words)}</p>
              {finding.place === null || onGo === null ? null : (
                <div className={css.place}>
                  <Button onClick={() => onGo(finding)}>
                    {cell === undefined ? words.line(finding.place.line) : words.cell(cell)}
                  </Button>
                  <code>{lines[finding.place.line - 1]?.trim() ?? ''}</code>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
