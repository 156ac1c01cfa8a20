// What stands below the fold: put in right after the first paint, so that a slow phone can use the top of the page sooner.
import { useDeferredValue } from 'react';

export const Later = ({ children }: { readonly children: React.ReactNode }) =>
  useDeferredValue(true, false) ? children : null;
