/**
 * The diagram as JSON: its types, its defaults, and factories for new items.
 *
 * The shape is defined by `core/drawing/document.py` on the server; this file says the same in JSDoc. Nodes carry
 * the middle of their 56 px tile in `x` and `y`, zones their top left corner. Lists keep the order of drawing.
 */

import { KINDS } from './kinds.js';

/** @typedef {import('./kinds.js').DeviceKind} DeviceKind */
/** @typedef {import('./kinds.js').ShapeKind} ShapeKind */
/** @typedef {import('./style-values.js').Color} Color */

/**
 * @typedef {object} Settings What holds for the whole diagram.
 * @property {string} guacamole The version of Guacamole that will read the mapping.
 * @property {'plain' | 'sha256' | 'md5'} hashing How passwords are written.
 * @property {Passwords | null} [passwords] How random passwords are made; without, as in diagrams from before there was another way.
 * @property {CableRoute | null} [cables] How cables run that do not say it: straight, if nothing is said here either.
 * @property {readonly string[]} [hidden] The layers that are not shown.
 * @property {Defaults} [defaults] The parameters of all connections that do not have them, by protocol.
 */

/** @typedef {Readonly<Record<string, Readonly<Record<string, string>>>>} Defaults */

/** @typedef {{ version: 2, length: number, symbol: boolean }} Passwords */

/**
 * @typedef {object} Connection One way into a device. An empty port is the protocol's default.
 * @property {string} protocol
 * @property {string} host
 * @property {string} port
 * @property {string} label Sets apart the second and further connections; the first bears the device's name.
 * @property {Readonly<Record<string, string>>} parameters
 * @property {Readonly<Record<string, 'counts' | 'same' | 'carries' | readonly string[]>>} [copies] What the copies of a stack or pod
 *   have, by the names of `hostname`, `port` and the parameters; a host that is not named counts, and the rest is the same.
 */

/**
 * @typedef {object} Placed What every node has.
 * @property {string} id
 * @property {string} label
 * @property {number} x Middle of the tile.
 * @property {number} y Middle of the tile.
 * @property {string | null} zone The zone that this node is in.
 * @property {boolean} locked
 * @property {string} [layer] The name of the layer that it is on, if any.
 */

/** @typedef {{ mode: 'random', rotation: number, rotations: Readonly<Record<string, number>> }} RandomPassword */
/** @typedef {{ mode: 'fixed', value: string }} FixedPassword */
/**
 * @typedef {{ username: string, password: string | null, pod: number | null, name?: string, email?: string, id?: string, encoding?: 'md5' | 'sha256' | null }} RosterEntry
 *   With an `encoding` the password is known only as such a hash.
 */

/** @typedef {Placed & { type: 'device', kind: DeviceKind, count: number, connections: readonly Connection[], scenery?: boolean }} Device
 *   With `scenery` it is for the drawing only: nobody opens it, and its connections wait. */
/** @typedef {Placed & { type: 'users', count: number, roster: readonly RosterEntry[], password: RandomPassword | FixedPassword }} Users */
/** @typedef {Placed & { type: 'network' }} Network */
/** @typedef {Placed & { type: 'gateway' }} Gateway */
/**
 * @typedef {Placed & { type: 'note', heading?: string, color?: Color | null, plain?: boolean, size?: 'large' | 'title' | null }} Note
 *   One that is `plain` has no paper.
 */
/**
 * @typedef {Placed & { type: 'shape', shape: ShapeKind | 'picture', width: number, height: number, color?: Color | null,
 *   picture?: string | null, opacity?: number | null }} Shape
 *   A figure around its middle. A line and an arrow go to the right and down, with a negative side the other way. A picture
 *   has the id of a file that the server keeps, and how strong it is, in percent.
 */
/** @typedef {Device | Users | Network | Gateway | Note | Shape} Node */
/** @typedef {Node['type']} NodeType */

/**
 * @typedef {object} Zone A box around nodes. With `pod` it exists once per user of that users node.
 * @property {string} id
 * @property {string} label
 * @property {number} x Left edge.
 * @property {number} y Top edge.
 * @property {number} width
 * @property {number} height
 * @property {string | null} zone The zone around this one.
 * @property {string | null} pod
 * @property {boolean} locked
 * @property {string} [layer] The name of the layer that it is on, if any.
 * @property {Color | null} [color]
 */

/** @typedef {'thin' | 'thick' | 'heavy'} CableWidth */
/** @typedef {'dashed' | 'dotted'} CableDash */
/** @typedef {'straight' | 'orthogonal' | 'curved'} CableRoute */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {{ node: string, interface: string }} LinkEnd */
/**
 * @typedef {object} Link A cable between two nodes.
 * @property {string} id
 * @property {LinkEnd} source
 * @property {LinkEnd} target
 * @property {string} [name] Its own: a VLAN, a speed, "trunk".
 * @property {Color | null} [color]
 * @property {CableWidth | null} [width]
 * @property {CableDash | null} [dash]
 * @property {CableRoute | null} [route] How it runs, where that is not as the diagram says.
 * @property {readonly Point[]} [bends] The points through which it was led, from the source on.
 */
/** @typedef {{ id: string, users: string, target: string }} Access "These people may reach that." */
/** @typedef {Node | Zone | Link | Access} Item */

/**
 * @typedef {object} Diagram The whole drawing. Ids are unique over all its items together.
 * @property {1} schema
 * @property {string} title
 * @property {Settings} settings
 * @property {readonly Node[]} nodes
 * @property {readonly Zone[]} zones
 * @property {readonly Link[]} links
 * @property {readonly Access[]} access
 */

/** @typedef {'nodes' | 'zones' | 'links' | 'access'} CollectionName */

/** The edge of a node's tile, in canvas units. */
export const TILE = 56;

/** @type {readonly CollectionName[]} The lists of a diagram, in the order in which they are drawn from the back. */
export const COLLECTIONS = Object.freeze(['zones', 'links', 'access', 'nodes']);

/** @type {Readonly<Settings>} What a document means that does not say it. */
export const DEFAULT_SETTINGS = Object.freeze({ guacamole: '1.6.0', hashing: 'plain' });

/** @type {Readonly<Passwords>} How a new diagram makes random passwords. */
export const NEW_PASSWORDS = Object.freeze({ version: 2, length: 12, symbol: false });

export const DEFAULT_TITLE = 'Untitled lab';

/**
 * Return a diagram with nothing in it.
 * @returns {Diagram}
 */
export function emptyDiagram() {
  return {
    schema: 1,
    title: DEFAULT_TITLE,
    settings: { ...DEFAULT_SETTINGS, passwords: NEW_PASSWORDS },
    nodes: [],
    zones: [],
    links: [],
    access: [],
  };
}

/**
 * Return a connection; what *fields* leave out has its default.
 * @param {Partial<Connection>} [fields]
 * @returns {Connection}
 */
export function createConnection(fields = {}) {
  return { protocol: 'ssh', host: '', port: '', label: '', parameters: {}, ...fields };
}

/**
 * Return the fields that change where *connection* gets another *protocol*: a port goes that was only the old one's standard.
 * @param {Pick<Connection, 'protocol' | 'port'>} connection
 * @param {string} protocol
 * @param {string | undefined} standard The standard port of the old protocol, if it has one.
 * @returns {Partial<Connection>}
 */
export function withProtocol(connection, protocol, standard) {
  const isStandard = connection.port !== '' && connection.port === standard && protocol !== connection.protocol;
  return isStandard ? { protocol, port: '' } : { protocol };
}

/**
 * Return a device. Without `connections` it gets the one that its kind usually has.
 * @param {Partial<Device> & { id: string }} fields
 * @returns {Device}
 */
export function createDevice(fields) {
  const kind = fields.kind ?? 'generic';
  const { protocol } = KINDS[kind];
  const connections = protocol === null ? [] : [createConnection({ protocol })];
  return { ...placed(fields), count: 1, connections, ...fields, type: 'device', kind };
}

/**
 * Return a users node: a group of people.
 * @param {Partial<Users> & { id: string }} fields
 * @returns {Users}
 */
export function createUsers(fields) {
  return { ...placed(fields), count: 1, roster: [], password: randomPassword(), ...fields, type: 'users' };
}

/**
 * Return a network.
 * @param {Partial<Network> & { id: string }} fields
 * @returns {Network}
 */
export function createNetwork(fields) {
  return { ...placed(fields), ...fields, type: 'network' };
}

/**
 * Return a gateway.
 * @param {Partial<Gateway> & { id: string }} fields
 * @returns {Gateway}
 */
export function createGateway(fields) {
  return { ...placed(fields), ...fields, type: 'gateway' };
}

/**
 * Return a note; its label is its text.
 * @param {Partial<Note> & { id: string }} fields
 * @returns {Note}
 */
export function createNote(fields) {
  return { ...placed(fields), ...fields, type: 'note' };
}

/**
 * Return a shape of the usual size.
 * @param {Partial<Shape> & { id: string }} fields
 * @returns {Shape}
 */
export function createShape(fields) {
  const { shape = 'rectangle' } = fields;
  const size = shape === 'line' || shape === 'arrow' ? { width: 160, height: 0 } : { width: 160, height: 96 };
  return { ...placed(fields), ...size, ...fields, type: 'shape', shape };
}

/**
 * Return a zone.
 * @param {Partial<Zone> & { id: string }} fields
 * @returns {Zone}
 */
export function createZone(fields) {
  return { label: '', x: 0, y: 0, width: 320, height: 240, zone: null, pod: null, locked: false, ...fields };
}

/**
 * Return a link between the nodes *source* and *target*.
 * @param {string} id
 * @param {string} source
 * @param {string} target
 * @param {{ source?: string, target?: string }} [interfaces] The names of the interfaces.
 * @returns {Link}
 */
export function createLink(id, source, target, interfaces = {}) {
  return {
    id,
    source: { node: source, interface: interfaces.source ?? '' },
    target: { node: target, interface: interfaces.target ?? '' },
  };
}

/**
 * Return an access edge from the users node *users* to *target*, a device, zone or network.
 * @param {string} id
 * @param {string} users
 * @param {string} target
 * @returns {Access}
 */
export function createAccess(id, users, target) {
  return { id, users, target };
}

/**
 * Return the password rule of a new users node.
 * @returns {RandomPassword}
 */
export function randomPassword() {
  return { mode: 'random', rotation: 0, rotations: {} };
}

/**
 * Return how many people the users node *users* stands for.
 * @param {Users} users
 * @returns {number}
 */
export function countUsers(users) {
  return users.roster.length || users.count;
}

/**
 * @param {{ id: string }} fields
 * @returns {Placed}
 */
function placed({ id }) {
  return { id, label: '', x: 0, y: 0, zone: null, locked: false };
}
