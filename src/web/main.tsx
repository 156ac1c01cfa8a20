// The start of the web app: nonce first, then styles, then the page. The Chinese fall-back font comes after the first paint.
import { nonce } from './nonce.ts';
import './theme/tokens.css';
import './theme/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { mayRetry } from './data/api.ts';
import { useIsDark, usePreferences } from './data/preferences.ts';
import { router } from './router.tsx';
import { darkTheme, lightTheme } from './theme/antd.ts';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayRetry, staleTime: 60_000, refetchOnWindowFocus: false } },
});

/** Ant Design measures in pixels: how much larger than usual the page's type is, by the browser's setting or by ours. */
const typeScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

const App = () => {
  const isDark = useIsDark();
  const { language } = usePreferences();
  const scale = typeScale();
  return (
    <ConfigProvider
      // Ant Design speaks English by itself.
      {...(language === 'zh' ? { locale: zhCN } : {})}
      theme={isDark ? darkTheme(scale) : lightTheme(scale)}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
};

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element with id app');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Machines with a Chinese system font download none of its files; only this style sheet comes, and late.
const later = 'requestIdleCallback' in window ? window.requestIdleCallback : (run: () => void) => setTimeout(run, 300);
later(() => void import('@fontsource-variable/noto-sans-sc'));
