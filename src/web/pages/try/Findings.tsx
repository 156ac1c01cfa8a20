// Every mistake of a file, at its place: the line itself, what was expected, what to do. A click puts the cursor there.
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Finding } from '#contract/problem.ts';
import css from './Findings.module.css';

const sentence = ({ found, expected, nearest, remedy }: Finding): string =>
  [
    found === null ? null : `发现「${found}」`,
    expected === null ? null : `应为 ${expected}`,
    nearest === null ? null : `是否想写「${nearest}」`,
    remedy,
  ]
    .filter((part) => part !== null)
    .join('；');

type Props = {
  readonly findings: readonly Finding[];
  readonly text: string;
  readonly onGo: (finding: Finding) => void;
};

export const Findings = ({ findings, text, onGo }: Props) => {
  const lines = text.split('\n');
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [findings]);
  return (
    <section className={css.box} aria-labelledby="findings">
      <h2 id="findings" tabIndex={-1} ref={head} className={css.title}>
        有 {findings.length} 处要改
      </h2>
      <ol className={css.list}>
        {findings.map((finding, index) => (
          <li key={`${index} ${finding.code}`}>
            <p className={css.message}>{finding.message}</p>
            <p className="quiet small">{sentence(finding)}</p>
            {finding.place === null ? null : (
              <div className={css.place}>
                <Button size="small" onClick={() => onGo(finding)}>
                  第 {finding.place.line} 行
                </Button>
                <code>{lines[finding.place.line - 1]?.trim() ?? ''}</code>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
