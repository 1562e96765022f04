// The values of the API, made from its OpenAPI document by `make api-types`. Do not edit.

export interface Access {
  id: string;
  users: string;
  target: string;
}

export interface Arrange {
  diagram: Diagram;
  style: 'tiers' | 'rings' | 'hub' | 'force' | 'grid';
  items?: string[] | null;
}

export interface Arrangement {
  nodes: Record<string, {
    x: number;
    y: number;
  }>;
  zones: Record<string, {
    x: number;
    y: number;
    width: number;
    height: number;
  }>;
  shapes: Record<string, {
    x: number;
    y: number;
    width: number;
    height: number;
  }>;
}

export interface Bend {
  x: number;
  y: number;
}

export interface Change {
  code: string;
  variant: string;
  message: string;
  facts: Record<string, string | number | string[]>;
  details: Change[];
}

export interface Changes {
  changes: string[];
  records: Change[];
}

export interface Compare {
  old: Diagram;
  new: Diagram;
}

export interface Connection {
  protocol: string;
  host: string;
  port: string;
  label: string;
  parameters: Record<string, string>;
  copies: Record<string, 'counts' | 'same' | 'carries' | string[]>;
}

export interface Contents {
  devices: number;
  networks: number;
  cables: number;
  zones: number;
  notes: number;
  shapes: number;
  connections: number;
  lacking: number;
  without_address: string[];
}

export interface Device {
  type: 'device';
  id: string;
  label: string;
  x: number;
  y: number;
  zone: string | null;
  locked: boolean;
  layer?: string;
  kind: 'router' | 'switch' | 'l3switch' | 'firewall' | 'loadbalancer' | 'server' | 'workstation' | 'laptop' | 'accesspoint' | 'phone' | 'printer' | 'cloud' | 'generic';
  count: number;
  connections: Connection[];
  scenery?: boolean;
}

export interface Diagram {
  schema: 1;
  title: string;
  settings: Settings;
  nodes: (Device | Users | Network | Gateway | Note | Shape)[];
  zones: Zone[];
  links: Link[];
  access: Access[];
  pictures?: Record<string, unknown>;
}

export interface DiagramInfo {
  id: string;
  title: string;
  revision: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface DiagramPage {
  diagrams: DiagramInfo[];
  next: string | null;
}

export interface Error {
  error: {
    code: string;
    message: string;
    problems: Problem[];
  };
  revision?: number;
  document?: string;
  format?: string;
}

export interface Excerpt {
  text: string;
  truncated: boolean;
  problems?: Problem[];
}

export interface ExpandedCopy {
  user: string;
  items: ExpandedItem[];
}

export interface ExpandedItem {
  name: string;
  host?: string;
}

export interface Expansion {
  count: number;
  copies?: number;
  items: ExpandedItem[];
  ends?: ExpandedCopy[];
}

export type ExportOptions = Record<string, unknown>;

export interface FixedPassword {
  mode: 'fixed';
  value: string;
}

export interface FormatOption {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'flag' | 'choice';
  default: string | number | boolean | null;
  choices: string[];
  choiceLabels: string[];
  least: number;
  most: number;
  hint: string;
  isSecret: boolean;
  hasLines: boolean;
}

export interface Gateway {
  type: 'gateway';
  id: string;
  label: string;
  x: number;
  y: number;
  zone: string | null;
  locked: boolean;
  layer?: string;
}

export interface Imported {
  format: string;
  diagram: Diagram;
  problems: Problem[];
  summary: Contents;
  options: FormatOption[];
}

export interface LabFile {
  id: string;
  name: string;
  format: string;
  size: number;
  sha256: string;
  created_at: string;
}

export interface LabFileList {
  files: LabFile[];
}

export interface Link {
  id: string;
  source: LinkEnd;
  target: LinkEnd;
  name?: string;
  color?: 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple' | 'gray' | null;
  width?: 'thin' | 'thick' | 'heavy' | null;
  dash?: 'dashed' | 'dotted' | null;
  route?: 'straight' | 'orthogonal' | 'curved' | null;
  bends?: Bend[];
}

export interface LinkEnd {
  node: string;
  interface: string;
}

export interface Mapping {
  id: string;
  revision: number;
  users: number;
  devices: number;
  connections: number;
  options: {
    guacamole: string;
    hashing: string;
  };
  format: string;
  file_name: string;
  size: number;
  sha256: string;
  created_at: string;
  url: string;
}

export interface MappingChanges {
  since: string | null;
  changes: string[];
  records: Change[];
}

export interface MappingPage {
  mappings: Mapping[];
  next: string | null;
}

export interface Network {
  type: 'network';
  id: string;
  label: string;
  x: number;
  y: number;
  zone: string | null;
  locked: boolean;
  layer?: string;
}

export interface NewDiagram {
  diagram: Diagram;
}

export interface NewTitle {
  title: string;
}

export interface NewToken {
  id: string;
  name: string;
  scope: 'read' | 'all';
  created_at: string;
  expires_at: string | null;
  used_at: string | null;
  token: string;
}

export interface Note {
  type: 'note';
  id: string;
  label: string;
  x: number;
  y: number;
  zone: string | null;
  locked: boolean;
  layer?: string;
  heading?: string;
  color?: 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple' | 'gray' | null;
  plain?: boolean;
  size?: 'large' | 'title' | null;
}

export type Nothing = Record<string, never>;

export interface PasswordChange {
  current: string;
  new: string;
}

export interface Passwords {
  version: 2;
  length: number;
  symbol: boolean;
}

export interface Picture {
  id: string;
  media_type: string;
  width: number;
  height: number;
  size: number;
}

export interface Preview {
  summary: Summary;
  problems: Problem[];
  expansion?: Record<string, Expansion>;
  reach?: Record<string, string[]>;
  dependents?: Record<string, number>;
}

export interface Problem {
  code: string;
  variant: string;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
  facts: Record<string, string | number | string[]>;
  item: string | null;
  field: string | null;
  line: number | null;
  column: number | null;
  tells_line: boolean;
}

export interface Proof {
  password: string;
}

export interface Question {
  diagram: Diagram;
  id?: string | null;
  reveal?: boolean;
  limit?: number;
  parts?: string[];
}

export interface RandomPassword {
  mode: 'random';
  rotation: number;
  rotations: Record<string, number>;
}

export interface Revision {
  number: number;
  name: string | null;
  created_at: string;
  is_current: boolean;
}

export interface RevisionChanges {
  since: number | null;
  changes: string[];
  records: Change[];
}

export interface RevisionName {
  name?: string | null;
}

export interface RevisionPage {
  revisions: Revision[];
  next: string | null;
}

export interface RosterEntry {
  username: string;
  password: string | null;
  encoding: 'sha256' | 'md5' | null;
  pod: number | null;
  name: string;
  email: string;
  id: string;
}

export interface Rotation {
  group: string;
  username?: string | null;
}

export interface SavedDiagram {
  id: string;
  title: string;
  revision: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  diagram: Diagram;
}

export interface SavedRevision {
  number: number;
  name: string | null;
  created_at: string;
  is_current: boolean;
  diagram: Diagram;
}

export interface Session {
  signed_in: boolean;
  username: string | null;
  csrf_token: string;
}

export interface Settings {
  guacamole: '1.0.0' | '1.1.0' | '1.2.0' | '1.3.0' | '1.4.0' | '1.5.5' | '1.6.0' | '1.6.1';
  hashing: 'plain' | 'sha256' | 'md5';
  passwords: Passwords | null;
  defaults?: Record<string, Record<string, string>>;
  cables?: 'straight' | 'orthogonal' | 'curved' | null;
  hidden?: string[];
}

export interface Shape {
  type: 'shape';
  id: string;
  label: string;
  x: number;
  y: number;
  zone: string | null;
  locked: boolean;
  layer?: string;
  shape: 'rectangle' | 'ellipse' | 'line' | 'arrow' | 'picture';
  width: number;
  height: number;
  color?: 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple' | 'gray' | null;
  picture?: string | null;
  opacity?: number | null;
}

export interface Summary {
  users: number;
  devices: number;
  connections: number;
}

export interface Token {
  id: string;
  name: string;
  scope: 'read' | 'all';
  created_at: string;
  expires_at: string | null;
  used_at: string | null;
}

export interface TokenList {
  tokens: Token[];
}

export interface TokenWish {
  name: string;
  password: string;
  scope?: 'read' | 'all';
  days?: number;
}

export interface Updated {
  format: string;
  diagram: Diagram;
  problems: Problem[];
  options: FormatOption[];
  given: Record<string, string>;
  former: string | null;
  known: number;
  changes: Changes;
  gone: Changes;
  kept: Changes;
}

export interface Users {
  type: 'users';
  id: string;
  label: string;
  x: number;
  y: number;
  zone: string | null;
  locked: boolean;
  layer?: string;
  count: number;
  roster: RosterEntry[];
  password: RandomPassword | FixedPassword;
}

export interface Zone {
  id: string;
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
  zone: string | null;
  pod: string | null;
  locked: boolean;
  layer?: string;
  color?: 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple' | 'gray' | null;
}
