// The nearest known name to a slip: the one of rules/facts, under the name that the command line imports.
export { nearestName } from '#rules/facts/nearest.ts';
