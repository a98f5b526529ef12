#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/** `npx motcua …`: the command line of this checkout, by the Node that came with `npm ci`. */
import '../src/cli.ts';
