/** Presets: named sets of connections for devices of a kind, stored in this browser without hosts and secrets. */

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../server/catalogue.js').ProtocolSpec} ProtocolSpec */
/** @typedef {import('../../../model/diagram.js').Connection} Connection */
/** @typedef {import('../../../model/diagram.js').Device} Device */
/** @typedef {{ name: string, kind: string, connections: Connection[] }} Preset */

const KEY = 'labmapper-presets';

/**
 * Return the presets for devices of *kind*.
 * @param {Storage} storage
 * @param {string} kind
 * @returns {Preset[]}
 */
export function presetsFor(storage, kind) {
  return readAll(storage).filter((preset) => preset.kind === kind);
}

/**
 * Keep *preset*, in the place of one with its kind and name.
 * @param {Storage} storage
 * @param {Preset} preset
 */
export function keepPreset(storage, preset) {
  storage.setItem(KEY, JSON.stringify([...without(storage, preset), preset]));
}

/**
 * Forget *preset*.
 * @param {Storage} storage
 * @param {Preset} preset
 */
export function dropPreset(storage, preset) {
  storage.setItem(KEY, JSON.stringify(without(storage, preset)));
}

/**
 * Return the preset called *name* that *device* makes.
 * @param {string} name
 * @param {Device} device
 * @param {Readonly<Record<string, ProtocolSpec>>} catalogue
 * @returns {Preset}
 */
export function makePreset(name, device, catalogue) {
  const connections = device.connections.map((connection) => {
    const open = Object.entries(connection.parameters).filter(([parameter]) => !isSecret(catalogue, connection.protocol, parameter));
    const modes = Object.entries(connection.copies ?? {}).filter(([, said]) => typeof said === 'string');
    return { ...connection, host: '', parameters: Object.fromEntries(open), copies: Object.fromEntries(modes) };
  });
  return { name, kind: device.kind, connections };
}

/**
 * Return the connections of *device* as *preset* has them; it keeps its hosts and secrets.
 * @param {Preset} preset
 * @param {Device} device
 * @param {Readonly<Record<string, ProtocolSpec>>} catalogue
 * @returns {Connection[]}
 */
export function applyPreset({ connections }, device, catalogue) {
  return connections.map((connection, place) => {
    const old = device.connections[place];
    const secrets = Object.entries(old?.parameters ?? {}).filter(([name]) => isSecret(catalogue, connection.protocol, name));
    const kept = Object.entries(old?.copies ?? {}).filter(([name]) => name === 'hostname' || isSecret(catalogue, connection.protocol, name));
    return {
      ...connection,
      host: old?.host ?? '',
      parameters: { ...connection.parameters, ...Object.fromEntries(secrets) },
      copies: { ...connection.copies, ...Object.fromEntries(kept) },
    };
  });
}

/**
 * @param {Readonly<Record<string, ProtocolSpec>>} catalogue
 * @param {string} protocol
 * @param {string} name
 */
function isSecret(catalogue, protocol, name) {
  return catalogue[protocol]?.parameters.find((spec) => spec.name === name)?.secret ?? false;
}

/**
 * @param {Storage} storage
 * @param {Preset} preset
 */
function without(storage, preset) {
  return readAll(storage).filter(({ name, kind }) => name !== preset.name || kind !== preset.kind);
}

/**
 * @param {Storage} storage
 * @returns {Preset[]}
 */
function readAll(storage) {
  try {
    const presets = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(presets) ? presets : [];
  } catch {
    return [];
  }
}
