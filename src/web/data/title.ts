// The title of the browser tab.
import { useEffect } from 'react';

export const usePageTitle = (title: string | null): void => {
  useEffect(() => {
    document.title = title === null ? '梯航' : `${title} · 梯航`;
  }, [title]);
};
