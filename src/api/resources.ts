/** Every kind of record that is served over HTTP, and every list of them. A new one is a file under `resources/`, and a line here. */
import type { List } from './list-route.ts';
import type { Resource } from './resource.ts';
import { dossierList, dossiers } from './resources/dossiers.ts';

export const resources: readonly Resource[] = [dossiers];

export const lists: readonly List[] = [dossierList];
