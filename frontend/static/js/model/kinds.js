/** The kinds of node that can be placed: what they are called, how a new one is named, how one gets in. */

/**
 * @typedef {'router' | 'switch' | 'l3switch' | 'firewall' | 'loadbalancer' | 'server' | 'workstation' | 'laptop'
 *   | 'accesspoint' | 'phone' | 'printer' | 'cloud' | 'generic'} DeviceKind
 */

/**
 * @typedef {object} Kind
 * @property {string} title How the palette and the inspector call it.
 * @property {string} first The label of the first one placed; the next ones count up from it.
 * @property {string | null} protocol The protocol of the connection that a new one has, null for none.
 */

/** @type {Readonly<Record<DeviceKind, Kind>>} In the order of the palette. */
export const KINDS = Object.freeze({
  router: { title: 'Router', first: 'R1', protocol: 'ssh' },
  switch: { title: 'Switch', first: 'SW1', protocol: 'ssh' },
  l3switch: { title: 'Layer 3 switch', first: 'L3SW1', protocol: 'ssh' },
  firewall: { title: 'Firewall', first: 'FW1', protocol: 'ssh' },
  loadbalancer: { title: 'Load balancer', first: 'LB1', protocol: 'ssh' },
  server: { title: 'Server', first: 'SRV1', protocol: 'ssh' },
  workstation: { title: 'Workstation', first: 'PC1', protocol: 'rdp' },
  laptop: { title: 'Laptop', first: 'LAPTOP1', protocol: 'rdp' },
  accesspoint: { title: 'Access point', first: 'AP1', protocol: 'ssh' },
  phone: { title: 'Phone', first: 'PHONE1', protocol: null },
  printer: { title: 'Printer', first: 'PRINTER1', protocol: null },
  cloud: { title: 'Cloud', first: 'CLOUD1', protocol: null },
  generic: { title: 'Device', first: 'DEV1', protocol: 'ssh' },
});

/** @type {readonly DeviceKind[]} */
export const DEVICE_KINDS = Object.freeze(/** @type {DeviceKind[]} */ (Object.keys(KINDS)));

/**
 * What else can be placed. Zones are drawn, but the palette offers them beside the nodes.
 * @type {Readonly<Record<'users' | 'network' | 'gateway' | 'note' | 'zone', { title: string, first: string }>>}
 */
export const OTHER_KINDS = Object.freeze({
  users: { title: 'Users', first: 'student1' },
  network: { title: 'Network', first: 'LAN1' },
  gateway: { title: 'Gateway', first: 'Guacamole' },
  note: { title: 'Note', first: 'Note' },
  zone: { title: 'Zone', first: 'Zone 1' },
});
