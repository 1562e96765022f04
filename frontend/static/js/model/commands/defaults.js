/** The defaults of all connections by a protocol, and the command that changes one. */

import { updateSettings } from './settings.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */

/**
 * Return the parameters that all connections by *protocol* have where they do not say them.
 * @param {DiagramModel} model
 * @param {string} protocol
 * @returns {Readonly<Record<string, string>>}
 */
export function defaultsOf({ settings }, protocol) {
  return Object.hasOwn(settings.defaults ?? {}, protocol) ? settings.defaults?.[protocol] ?? {} : {};
}

/**
 * Set the default of the parameter *name* of all connections by *protocol*; null removes it.
 * @param {DiagramModel} model
 * @param {string} protocol
 * @param {string} name
 * @param {string | null} value
 * @param {{ mergeKey?: string }} [options]
 * @returns {Command}
 */
export function setDefault(model, protocol, name, value, options = {}) {
  const given = put(defaultsOf(model, protocol), name, value);
  const defaults = put(model.settings.defaults ?? {}, protocol, Object.keys(given).length === 0 ? null : given);
  const label = t('Set {what} of all {protocol} connections', { what: name, protocol });
  return { ...updateSettings(model, { defaults }, { label }), ...options };
}

/**
 * Return *entries* with *value* under *key*, or with nothing there; what has a place keeps it.
 * @template T
 * @param {Readonly<Record<string, T>>} entries
 * @param {string} key
 * @param {T | null} value
 * @returns {Record<string, T>}
 */
function put(entries, key, value) {
  if (value !== null) return { ...entries, [key]: value };
  return Object.fromEntries(Object.entries(entries).filter(([each]) => each !== key));
}
