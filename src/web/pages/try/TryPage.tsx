// Bring your own figures: paste or open a YAML or JSON file; what is wrong with it is shown at its place.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { Finding } from '#contract/problem.ts';
import { ApiProblem, ask, sampleQuery } from '#web/data/api.ts';
import { asYaml } from '#web/data/as-yaml.ts';
import { ownId, saveAnswers, saveDraft, saveOwnFirm, useDraft, useOwnFirm } from '#web/data/session.ts';
import { usePageTitle } from '#web/data/title.ts';
import { ErrorState } from '#web/parts/states.tsx';
import { Findings } from './Findings.tsx';
import css from './TryPage.module.css';

const route = getRouteApi('/try');

const example = `name: 我的企业
facts:
  注册日期: 2015-03-01
  注册地: 南通市崇川区
  培育层级: 专精特新中小企业
  营业收入: { 2022: 5200万元, 2023: 6000万元 }
  研发费用: { 2022: 210万元, 2023: 260万元 }
  从业人员: { 2023: 120 }
projects: []
`;

/** Starts from the firm that a link names: a sample's file, or what was typed before. */
const useStartingText = (from: string | undefined): string | null => {
  const own = useOwnFirm();
  const draft = useDraft();
  const sample = useQuery({ ...sampleQuery(from ?? ''), enabled: from !== undefined && from !== ownId });
  if (from === undefined || from === ownId) return draft !== '' ? draft : (own?.text ?? '');
  return sample.data === undefined ? (sample.isError ? '' : null) : asYaml(sample.data.file);
};

/** JSON allows tabs as indent and YAML does not; one character for one keeps every column. */
const readable = (text: string): string => (text.trimStart().startsWith('{') ? text.replaceAll('\t', ' ') : text);

const FileButton = ({ onText }: { readonly onText: (text: string) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void file.text().then(onText);
        }}
      />
      <Button onClick={() => input.current?.click()}>打开文件</Button>
    </>
  );
};

const selectAt = (area: HTMLTextAreaElement, place: { readonly line: number; readonly column: number }): void => {
  const lines = area.value.split('\n');
  const start = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
  const end = start + (lines[place.line - 1]?.length ?? 0) - place.column + 1;
  area.focus();
  area.setSelectionRange(start, Math.max(start, end));
};

/** Checks the text with the server; what passes becomes the person's own firm and is shown assessed. */
const useCheck = (text: string) => {
  const navigate = route.useNavigate();
  return useMutation({
    mutationFn: () => ask('readEnterpriseFile', {}, { yaml: readable(text) }),
    onSuccess: ({ file }) => {
      saveOwnFirm({ text, file });
      saveAnswers(ownId, {});
      void navigate({ to: '/firms/$id', params: { id: ownId } });
    },
  });
};

type AreaProps = {
  readonly id: string;
  readonly text: string;
  readonly broken: boolean;
  readonly onText: (text: string) => void;
  readonly onArea: (made: HTMLTextAreaElement | null) => void;
};

const Area = ({ id, text, broken, onText, onArea }: AreaProps) => (
  <>
    <label htmlFor={id} className={css.label}>
      企业资料（YAML 或 JSON）
    </label>
    <Input.TextArea
      id={id}
      ref={(made) => onArea(made?.resizableTextArea?.textArea ?? null)}
      className={css.area ?? ''}
      value={text}
      spellCheck={false}
      rows={18}
      placeholder={example}
      aria-invalid={broken}
      aria-describedby={`${id}-problems`}
      onChange={(event) => onText(event.target.value)}
    />
  </>
);

const Problems = ({
  error,
  text,
  onGo,
}: {
  readonly error: Error;
  readonly text: string;
  readonly onGo: (finding: Finding) => void;
}) => {
  const findings = error instanceof ApiProblem ? error.problem.problems : [];
  return findings.length > 0 ? <Findings findings={findings} text={text} onGo={onGo} /> : <ErrorState error={error} />;
};

const Editor = ({ start }: { readonly start: string }) => {
  const id = useId();
  const [text, setText] = useState(start);
  const area = useRef<HTMLTextAreaElement>(null);
  const check = useCheck(text);
  useEffect(() => saveDraft(text), [text]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate();
      }}
    >
      <Area
        id={id}
        text={text}
        broken={check.isError}
        onText={setText}
        onArea={(made) => {
          area.current = made;
        }}
      />
      <div className={css.actions}>
        <Button type="primary" htmlType="submit" loading={check.isPending}>
          核对并测算
        </Button>
        <FileButton onText={setText} />
        {text.trim() === '' ? <Button onClick={() => setText(example)}>填入一个例子</Button> : null}
      </div>
      <div id={`${id}-problems`}>
        {check.error === null ? null : (
          <Problems
            error={check.error}
            text={text}
            onGo={(finding) => {
              if (area.current !== null && finding.place !== null) selectAt(area.current, finding.place);
            }}
          />
        )}
      </div>
    </form>
  );
};

export const TryPage = () => {
  usePageTitle('填自己的资料试算');
  const { from } = route.useSearch();
  const start = useStartingText(from);
  return (
    <>
      <h1>填自己的资料试算</h1>
      <div className={css.intro}>
        <p>知道多少写多少，不知道的不要写：系统会告诉你还缺哪一项、值不值得去查。</p>
        <p className="quiet small">
          金额要带单位（<code>500万元</code>），按年度的写成 <code>{'{ 2023: 6000万元 }'}</code>，没有项目写{' '}
          <code>projects: []</code>。 资料只在测算时发给服务器，不保存。能写哪些项，见
          <a href="/api/facts">事实词典</a>，或者先打开一家<Link to="/">样例企业</Link>照着改。
        </p>
      </div>
      {start === null ? null : <Editor key={from ?? 'own'} start={start} />}
    </>
  );
};
