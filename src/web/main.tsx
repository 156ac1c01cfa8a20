// The start of the web app: styles, then the page. The Chinese fall-back font comes after the first paint.
import './theme/tokens.css';
import './theme/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { hashInLanguage, mayRetry } from './data/api.ts';
import './data/preferences.ts';
import { router } from './router.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: mayRetry, staleTime: 60_000, refetchOnWindowFocus: false, queryKeyHashFn: hashInLanguage },
  },
});

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element with id app');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

// Machines with a Chinese system font download none of its files; only this style sheet comes, and late.
const later = 'requestIdleCallback' in window ? window.requestIdleCallback : (run: () => void) => setTimeout(run, 300);
later(() => void import('@fontsource-variable/noto-sans-sc'));
