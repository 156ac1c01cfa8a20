// The start of the web app: styles, then the page, then the Chinese fall-back font.
import './theme/tokens.css';
import './theme/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { hashInLanguage, mayRetry } from './data/api.ts';
import { hasChineseFont } from './data/chinese-font.ts';
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

// A machine without a Chinese font needs ours at once. One that has a font downloads no file of ours, only this style sheet, and
// so late that it is in nothing's way: a character that the font of the system lacks is drawn after all.
const loadFont = (): void => void import('@fontsource-variable/noto-sans-sc');
if (hasChineseFont()) window.addEventListener('load', () => setTimeout(loadFont, 5000));
else loadFont();
