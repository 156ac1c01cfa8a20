// Takes the enterprise file along as YAML, JSON or Excel, and the result as JSON. Excel's writer is loaded when it is asked for.
import { Button } from '#web/parts/Button.tsx';
import type { Assessment } from '#contract/assessment.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import { toJson } from '#contract/json.ts';
import { asYaml } from '#web/data/as-yaml.ts';
import { tryWords } from '#web/words/try.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './Export.module.css';

const download = (name: string, content: BlobPart, type: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const saveWorkbook = async (name: string, file: EnterpriseFile): Promise<void> => {
  const { writeWorkbook } = await import('#web/data/workbook.ts');
  // A copy of its own: a Blob takes no view of a shared buffer.
  download(`${name}.xlsx`, new Uint8Array(await writeWorkbook(file)), excelType);
};

type Props = { readonly name: string; readonly file: EnterpriseFile; readonly assessment: Assessment };

export const Export = ({ name, file, assessment }: Props) => {
  const words = useWords(tryWords);
  return (
    <details className={css.export}>
      <summary>{words.export}</summary>
      <div className={css.menu}>
        <p className="quiet small">{words.exportFile}</p>
        <Button onClick={() => download(`${name}.yaml`, asYaml(file), 'application/yaml')}>YAML</Button>
        <Button onClick={() => download(`${name}.json`, toJson(file), 'application/json')}>JSON</Button>
        <Button onClick={() => void saveWorkbook(name, file)}>Excel</Button>
        <p className="quiet small">{words.exportResult}</p>
        <Button onClick={() => download(`${name} ${assessment.on}.json`, toJson(assessment), 'application/json')}>
          JSON
        </Button>
      </div>
    </details>
  );
};
