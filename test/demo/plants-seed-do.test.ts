/** See `plants-of-seed.ts`. */
import { specifyPlants } from './plants-of-seed.ts';

specifyPlants('đò');
