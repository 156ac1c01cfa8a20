// Checks an enterprise file with the server; what passes becomes the person's own firm and is shown assessed.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '#web/data/api.ts';
import { ownId, saveAnswers, saveOwnFirm } from '#web/data/session.ts';

/** JSON allows tabs as indent and YAML does not; one character for one keeps every column. */
const readable = (text: string): string => (text.trimStart().startsWith('{') ? text.replaceAll('\t', ' ') : text);

export const useCheck = () => {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (text: string) => ({
      text,
      file: (await ask('readEnterpriseFile', {}, { yaml: readable(text) })).file,
    }),
    onSuccess: ({ text, file }) => {
      saveOwnFirm({ text, file });
      saveAnswers(ownId, {});
      void navigate({ to: '/firms/$id', params: { id: ownId } });
    },
  });
};
