/** A release of the scheduler, of appointment and of the patients' edge under load: nobody notices. */
import { installService, untilHealthy } from '../cluster/install.ts';
import { field, kubectl, say } from '../cluster/programs.ts';
import { appNamespace } from '../cluster/secrets.ts';
import { underLoad } from './drill.ts';

const services = ['scheduler', 'appointment', 'patient-edge'];

await underLoad({
  name: 'rolling release',
  perSecond: 10,
  failuresAllowed: 0,
  async run() {
    for (const service of services) {
      const began = performance.now();
      const image = await field(
        appNamespace,
        `rollout/${service}`,
        '{.spec.template.spec.containers[0].image}',
      );
      // A variable that nobody reads makes new pods of the same image.
      const changed = ['--set-string', `commonEnv.RELEASED_AT=${Date.now()}`];
      await installService(service, image.split('@')[1] ?? '', changed);
      await untilHealthy(service);
      say(`${service} was replaced within ${Math.round((performance.now() - began) / 1000)} s`);
    }
    say((await kubectl('-n', appNamespace, 'get', 'analysisruns')).trim());
  },
});
