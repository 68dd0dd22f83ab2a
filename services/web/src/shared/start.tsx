import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { RouterProvider as AriaRouterProvider, I18nProvider } from 'react-aria-components';
import { createRoot, type Root } from 'react-dom/client';
import { Announcer } from './controls/announcer.tsx';
import { Button } from './controls/button.tsx';
import { keepFocus } from './controls/kept-focus.ts';
import { Page } from './controls/page.tsx';
import { ClinicPhone } from './query/phone.ts';
import { createQueryClient } from './query/query-client.ts';
import { configureSession, loadConfig } from './session/cognito.ts';

export type PortalOptions = {
  /** Whose session it uses: portals with the same one are signed in together. */
  session: 'patient' | 'clinic';
  configUrl: string;
  storage: Storage;
  createRouter: (queries: QueryClient) => AnyRouter;
};

/** Reads the configuration, then shows the portal; when it cannot be read, says so and offers a retry. */
export async function startPortal(options: PortalOptions): Promise<void> {
  const element = document.getElementById('portal');
  if (!element) throw new Error('the page has no element with the id portal');
  keepFocus();
  await show(createRoot(element), options);
}

async function show(root: Root, options: PortalOptions): Promise<void> {
  try {
    const config = await loadConfig(options.configUrl);
    configureSession(config, options.session, options.storage);
    const queries = createQueryClient(() => {
      void router.navigate({ to: '/sign-in', search: { next: router.state.location.pathname } });
    });
    const router = options.createRouter(queries);
    root.render(
      <StrictMode>
        <I18nProvider locale="en-GB">
          <AriaRouterProvider navigate={(to) => void router.navigate({ to })}>
            <QueryClientProvider client={queries}>
              <ClinicPhone value={config.clinicPhone}>
                <Announcer>
                  <RouterProvider router={router} />
                </Announcer>
              </ClinicPhone>
            </QueryClientProvider>
          </AriaRouterProvider>
        </I18nProvider>
      </StrictMode>,
    );
  } catch (error) {
    root.render(
      <main className="column">
        <Page title="HealthBooker cannot be reached">
          <p>{error instanceof Error ? error.message : 'Something went wrong.'}</p>
          <p>
            <Button onPress={() => void show(root, options)}>Try again</Button>
          </p>
        </Page>
      </main>,
    );
  }
}
