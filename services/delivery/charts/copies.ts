import { join } from 'node:path';
import { catalogueFile, readCatalogue } from '../catalogue.ts';
import { root } from '../root.ts';

/** Files that charts hold copies of. */
export function copies(): { from: string; to: string }[] {
  const library = join(root, 'charts/healthbooker-service');
  return [
    { from: catalogueFile, to: join(library, 'catalogue.generated.json') },
    ...readCatalogue().map(({ name }) => ({
      from: join(library, 'service.schema.json'),
      to: join(root, 'charts', name, 'values.schema.json'),
    })),
  ];
}
