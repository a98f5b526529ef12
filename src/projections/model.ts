/** A read model as those have it who ask it. */
import type { DatabaseSync } from 'node:sqlite';
import type { Index } from '../domain/units.ts';
import { marksIn, openModelReader } from './model-file.ts';

export type Model = {
  readonly database: DatabaseSync;
  /** Index of the last event that it shows. */
  readonly position: () => Index;
};

/** How far a model that is being built has come. */
export type Progress = { readonly position: Index; readonly until: Index };

export function openModel(file: string): Model {
  const database = openModelReader(file);
  return { database, position: () => marksIn(database).position };
}
