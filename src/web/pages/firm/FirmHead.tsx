// Who is assessed, by the rules of which day, and what can be done with the page: other day, print, take along.
import { Link } from '@tanstack/react-router';
import { Button } from '#web/parts/Button.tsx';
import type { Assessment } from '#contract/assessment.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import { ownId } from '#web/data/session.ts';
import { DateField } from '#web/parts/DateField.tsx';
import { Ribbon } from '#web/parts/Ribbon.tsx';
import { firmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import { Export } from './Export.tsx';
import css from './FirmHead.module.css';
import type { Firm } from './use-firm.ts';

type Props = {
  readonly firm: Firm;
  /** The firm's file with what was answered here. */
  readonly file: EnterpriseFile;
  readonly assessment: Assessment;
  readonly onDate: (on: string) => void;
};

export const FirmHead = ({ firm, file, assessment, onDate }: Props) => {
  const words = useWords(firmWords);
  return (
    <header className={css.head}>
      <div className={css.who}>
        <h1>{firm.name}</h1>
        <p className={css.facts}>
          {firm.invented ? <Ribbon /> : null}
          <span>{firm.creditCode ?? words.noCode}</span>
          {firm.note === null ? null : <span>{firm.note}</span>}
          <Link to="/try" search={{ from: firm.id }} className="screen-only">
            {firm.id === ownId ? words.editOwn : words.editSample}
          </Link>
        </p>
        <p className={`${css.printed} quiet`}>{words.byRulesOf(assessment.on)}</p>
      </div>
      <div className={`${css.tools} screen-only`}>
        <DateField label={words.rulesOf} value={assessment.on} onDate={onDate} />
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Export name={firm.name} file={file} assessment={assessment} />
      </div>
    </header>
  );
};
