/** The kinds of things that can be placed: their titles, default labels and default protocols. */

import { t } from '../util/text.js';

/**
 * @typedef {'router' | 'switch' | 'l3switch' | 'firewall' | 'loadbalancer' | 'server' | 'workstation' | 'laptop'
 *   | 'accesspoint' | 'phone' | 'printer' | 'cloud' | 'generic'} DeviceKind
 */

/** @typedef {'rectangle' | 'ellipse' | 'line' | 'arrow'} ShapeKind */

/**
 * @typedef {object} Kind
 * @property {string} title How the palette and the inspector call it.
 * @property {string} noun How sentences call it.
 * @property {string} words What else one may type to find it.
 * @property {string} first The label of the first one placed; the next ones count up from it.
 * @property {string | null} protocol The protocol of the connection that a new one has, null for none.
 */

/** @type {Readonly<Record<DeviceKind, Kind>>} In the order of the palette. */
export const KINDS = Object.freeze({
  router: { title: t('Router'), noun: t('router'), words: 'l3 gateway wan csr', first: 'R1', protocol: 'ssh' },
  switch: { title: t('Switch'), noun: t('switch'), words: 'l2 vlan', first: 'SW1', protocol: 'ssh' },
  l3switch: { title: t('Layer 3 switch'), noun: t('layer 3 switch'), words: 'l3 multilayer core distribution', first: 'L3SW1', protocol: 'ssh' },
  firewall: { title: t('Firewall'), noun: t('firewall'), words: 'fw asa security', first: 'FW1', protocol: 'ssh' },
  loadbalancer: { title: t('Load balancer'), noun: t('load balancer'), words: 'lb proxy', first: 'LB1', protocol: 'ssh' },
  server: { title: t('Server'), noun: t('server'), words: 'host vm linux web dns', first: 'SRV1', protocol: 'ssh' },
  workstation: { title: t('Workstation'), noun: t('workstation'), words: 'pc computer desktop client host windows', first: 'PC1', protocol: 'rdp' },
  laptop: { title: t('Laptop'), noun: t('laptop'), words: 'notebook computer pc', first: 'LAPTOP1', protocol: 'rdp' },
  accesspoint: { title: t('Access point'), noun: t('access point'), words: 'ap wifi wireless wlan', first: 'AP1', protocol: 'ssh' },
  phone: { title: t('Phone'), noun: t('phone'), words: 'voip telephone sip', first: 'PHONE1', protocol: null },
  printer: { title: t('Printer'), noun: t('printer'), words: 'print', first: 'PRINTER1', protocol: null },
  cloud: { title: t('Cloud'), noun: t('cloud'), words: 'internet wan isp', first: 'CLOUD1', protocol: null },
  generic: { title: t('Device'), noun: t('device'), words: 'generic other thing appliance host', first: 'DEV1', protocol: 'ssh' },
});

/** @type {readonly DeviceKind[]} */
export const DEVICE_KINDS = Object.freeze(/** @type {DeviceKind[]} */ (Object.keys(KINDS)));

/**
 * What else can be placed. Zones are drawn, but the palette offers them beside the nodes.
 * @type {Readonly<Record<'users' | 'network' | 'gateway' | 'note' | 'zone' | 'text' | 'picture' | ShapeKind, { title: string, noun: string, words: string, first: string }>>}
 */
export const OTHER_KINDS = Object.freeze({
  users: { title: t('Users'), noun: t('users'), words: 'students trainers people group class', first: 'student1' },
  network: { title: t('Network'), noun: t('network'), words: 'lan subnet segment vlan bus', first: 'LAN1' },
  gateway: { title: t('Gateway'), noun: t('gateway'), words: 'guacamole guacd', first: 'Guacamole' },
  note: { title: t('Note'), noun: t('note'), words: 'comment label paper sticky', first: 'Note' },
  zone: { title: t('Zone'), noun: t('zone'), words: 'pod box site rack group room', first: 'Zone 1' },
  text: { title: t('Text'), noun: t('text'), words: 'title heading caption label annotation', first: 'Text' },
  rectangle: { title: t('Rectangle'), noun: t('rectangle'), words: 'shape box annotation frame', first: '' },
  ellipse: { title: t('Ellipse'), noun: t('ellipse'), words: 'shape circle oval annotation', first: '' },
  line: { title: t('Line'), noun: t('line'), words: 'shape stroke annotation', first: '' },
  arrow: { title: t('Arrow'), noun: t('arrow'), words: 'shape pointer annotation', first: '' },
  picture: { title: t('Picture'), noun: t('picture'), words: 'image photo floor plan background png jpeg svg', first: '' },
});

/** How the first groups of people are called; a group that is added takes the first that none has. */
export const FIRST_USERS = Object.freeze([OTHER_KINDS.users.first, 'trainer1']);

/** @type {readonly ShapeKind[]} */
export const SHAPE_KINDS = Object.freeze(['rectangle', 'ellipse', 'line', 'arrow']);

/** @typedef {DeviceKind | Exclude<keyof typeof OTHER_KINDS, 'picture'>} PlacedKind What can be placed; a picture first needs a file. */

/** @type {readonly { title: string, kinds: readonly PlacedKind[] }[]} In the order in which they are offered. */
export const KIND_GROUPS = Object.freeze([
  { title: t('People'), kinds: ['users'] },
  { title: t('Devices'), kinds: DEVICE_KINDS },
  { title: t('Around them'), kinds: ['network', 'zone', 'gateway', 'note'] },
  { title: t('Texts and shapes'), kinds: ['text', ...SHAPE_KINDS] },
]);

/** @type {readonly PlacedKind[]} */
export const PLACED_KINDS = Object.freeze(KIND_GROUPS.flatMap(({ kinds }) => kinds));

/** @type {readonly DeviceKind[]} What the keys 1 to 9 take in hand. */
export const KINDS_WITH_KEYS = Object.freeze(DEVICE_KINDS.slice(0, 9));

/**
 * Return whether *kind* is a shape.
 * @param {string} kind
 * @returns {kind is ShapeKind}
 */
export function isShapeKind(kind) {
  return SHAPE_KINDS.some((each) => each === kind);
}

/**
 * Return what else one may type to find *kind*.
 * @param {PlacedKind | 'picture'} kind
 * @returns {string}
 */
export function wordsOfKind(kind) {
  return { ...KINDS, ...OTHER_KINDS }[kind].words;
}

/**
 * Return what *kind* is called where one chooses it.
 * @param {PlacedKind | 'picture'} kind
 * @returns {string}
 */
export function titleOfKind(kind) {
  return { ...KINDS, ...OTHER_KINDS }[kind].title;
}

/**
 * Return what *kind* is called within a sentence.
 * @param {PlacedKind | 'picture'} kind
 * @returns {string}
 */
export function nounOfKind(kind) {
  return { ...KINDS, ...OTHER_KINDS }[kind].noun;
}
