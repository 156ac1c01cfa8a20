// Who is assessed, by the rules of which day, and what can be done with the page: other day, print, take along.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useId } from 'react';
import type { Assessment } from '#contract/assessment.ts';
import { toJson } from '#contract/json.ts';
import { ownId } from '#web/data/session.ts';
import { Ribbon } from '#web/parts/Ribbon.tsx';
import css from './FirmHead.module.css';
import type { Firm } from './use-firm.ts';

const download = (name: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const DateChanger = ({ on, onDate }: { readonly on: string; readonly onDate: (on: string) => void }) => {
  const id = useId();
  return (
    <div className={css.date}>
      <label htmlFor={id}>按这一天的规则</label>
      {/* The browser's own date input: it speaks the user's language and costs no script. A half-typed date is not sent. */}
      <input
        id={id}
        key={on}
        type="date"
        min="2000-01-01"
        max="2099-12-31"
        defaultValue={on}
        onChange={(event) => {
          if (event.target.validity.valid && event.target.value !== '') onDate(event.target.value);
        }}
      />
    </div>
  );
};

type Props = { readonly firm: Firm; readonly assessment: Assessment; readonly onDate: (on: string) => void };

export const FirmHead = ({ firm, assessment, onDate }: Props) => (
  <header className={css.head}>
    <div className={css.who}>
      <h1>{firm.name}</h1>
      <p className={css.facts}>
        {firm.invented ? <Ribbon /> : null}
        <span>{firm.creditCode ?? '没有填信用代码'}</span>
        {firm.note === null ? null : <span>{firm.note}</span>}
        <Link to="/try" search={{ from: firm.id }} className="screen-only">
          {firm.id === ownId ? '改这份资料' : '用这份资料改一改再算'}
        </Link>
      </p>
      <p className={`${css.printed} quiet`}>按 {assessment.on} 的规则测算</p>
    </div>
    <div className={`${css.tools} screen-only`}>
      <DateChanger on={assessment.on} onDate={onDate} />
      <Button onClick={() => window.print()}>打印</Button>
      <Button onClick={() => download(`${firm.name} ${assessment.on}.json`, toJson(assessment))}>导出</Button>
    </div>
  </header>
);
