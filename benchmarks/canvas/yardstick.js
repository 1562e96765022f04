/**
 * The yardstick: a bare canvas that draws the same picture and can pan, zoom and drag, and nothing else.
 * It is written for speed alone, and shows what this machine can do at best. The editor is measured against it.
 */

import { ICONS } from '../../frontend/static/js/model/icons.js';
import { makeLab } from './lab.js';

const [CELL, TILE, HALF] = [512, 56, 28];
const [MARGIN_X, MARGIN_Y] = [60, 50];
const host = /** @type {HTMLElement} */ (document.getElementById('host'));
const canvas = document.createElement('canvas');
const [width, height] = [host.clientWidth, host.clientHeight];
const ratio = devicePixelRatio;
[canvas.width, canvas.height] = [width * ratio, height * ratio];
canvas.style.cssText = `width:${width}px;height:${height}px`;
host.append(canvas);
const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
const still = document.createElement('canvas');
[still.width, still.height] = [canvas.width, canvas.height];
const stillCtx = /** @type {CanvasRenderingContext2D} */ (still.getContext('2d', { alpha: false }));

const view = { x: 0, y: 0, zoom: 1 };
/** @type {{ x: number, y: number, label: string, host: string, kind: string, links: any[] }[]} */
let nodes = [];
/** @type {{ a: any, b: any, from: string, to: string }[]} */
let links = [];
/** @type {{ x: number, y: number, width: number, height: number, label: string }[]} */
let zones = [];
/** @type {Map<number, { nodes: any[], links: any[] }>} */
let grid = new Map();
/** @type {Set<any>} */
let moved = new Set();
let isStillStale = true;
let isScheduled = false;

const key = (/** @type {number} */ column, /** @type {number} */ row) => row * 65536 + column;
const cellAt = (/** @type {number} */ column, /** @type {number} */ row) => {
  const place = key(column, row);
  let cell = grid.get(place);
  if (!cell) grid.set(place, (cell = { nodes: [], links: [] }));
  return cell;
};

/** @param {number} count */
function load(count) {
  const lab = makeLab(count);
  const byId = new Map();
  nodes = lab.nodes.map((node) => {
    const own = { x: node.x, y: node.y, label: node.label, host: node.connections[0].host, kind: node.kind, links: [] };
    byId.set(node.id, own);
    return own;
  });
  zones = lab.zones.map((zone) => ({ ...zone }));
  links = lab.links.map((link) => {
    const own = { a: byId.get(link.source.node), b: byId.get(link.target.node), from: link.source.interface, to: link.target.interface };
    own.a.links.push(own);
    own.b.links.push(own);
    return own;
  });
  index();
}

function index() {
  grid = new Map();
  for (const node of nodes) cellAt(Math.floor(node.x / CELL), Math.floor(node.y / CELL)).nodes.push(node);
  for (const link of links) {
    const steps = Math.ceil(Math.hypot(link.a.x - link.b.x, link.a.y - link.b.y) / (CELL / 2)) + 1;
    let last = null;
    for (let step = 0; step <= steps; step++) {
      const t = step / steps;
      const cell = cellAt(Math.floor((link.a.x + (link.b.x - link.a.x) * t) / CELL), Math.floor((link.a.y + (link.b.y - link.a.y) * t) / CELL));
      if (cell !== last && !cell.links.includes(link)) cell.links.push(link);
      last = cell;
    }
  }
}

/** @type {{ size: number, sheets: Record<string, HTMLCanvasElement> }} */
const icons = { size: 0, sheets: {} };

/** @param {number} size */
function iconsAt(size) {
  const step = Math.ceil(size / 4) * 4;
  if (icons.size === step) return icons.sheets;
  icons.size = step;
  icons.sheets = {};
  for (const kind of new Set(nodes.map((node) => node.kind))) {
    const sheet = document.createElement('canvas');
    sheet.width = sheet.height = step;
    const own = /** @type {CanvasRenderingContext2D} */ (sheet.getContext('2d'));
    const scale = step / TILE;
    own.scale(scale, scale);
    own.fillStyle = '#ffffff';
    own.strokeStyle = '#aab3c0';
    own.beginPath();
    own.roundRect(1, 1, TILE - 2, TILE - 2, 10);
    own.fill();
    own.stroke();
    own.translate(11, 11);
    own.scale(34 / 24, 34 / 24);
    own.lineWidth = 1.5;
    own.strokeStyle = '#3a4453';
    own.stroke(new Path2D(ICONS[/** @type {keyof typeof ICONS} */ (kind)]));
    icons.sheets[kind] = sheet;
  }
  return icons.sheets;
}

/** What is in sight, from the grid where that is less than half of all. */
function visible() {
  const [left, top] = [-view.x / view.zoom - MARGIN_X, -view.y / view.zoom - MARGIN_Y];
  const [right, bottom] = [(width - view.x) / view.zoom + MARGIN_X, (height - view.y) / view.zoom + MARGIN_Y];
  const seen = { nodes: /** @type {any[]} */ ([]), links: new Set() };
  for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
      const cell = grid.get(key(column, row));
      if (!cell) continue;
      for (const node of cell.nodes) if (node.x > left && node.x < right && node.y > top && node.y < bottom) seen.nodes.push(node);
      for (const link of cell.links) seen.links.add(link);
    }
  }
  return { nodes: seen.nodes, links: [...seen.links], zones: zones.filter((zone) => zone.x < right && zone.x + zone.width > left && zone.y < bottom && zone.y + zone.height > top) };
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {{ nodes: any[], links: any[], zones: any[] }} seen
 */
function paint(to, seen) {
  const pixel = view.zoom * ratio;
  to.setTransform(pixel, 0, 0, pixel, view.x * ratio, view.y * ratio);
  to.fillStyle = 'rgb(26 30 38 / 4%)';
  to.strokeStyle = '#c3cad4';
  to.lineWidth = Math.max(1, 1 / pixel);
  to.beginPath();
  for (const zone of seen.zones) to.rect(zone.x, zone.y, zone.width, zone.height);
  to.fill();
  to.stroke();
  to.strokeStyle = '#768294';
  to.lineWidth = 1.75 * pixel < 1 ? 1 / pixel : 1.75;
  for (let start = 0; start < seen.links.length; start += 256) {
    to.beginPath();
    for (const { a, b } of seen.links.slice(start, start + 256)) {
      to.moveTo(a.x, a.y);
      to.lineTo(b.x, b.y);
    }
    to.stroke();
  }
  if (10.5 * pixel >= 6.5) paintEnds(to, seen.links);
  const size = Math.round(TILE * pixel);
  if (size < 9) {
    to.fillStyle = '#768294';
    to.beginPath();
    for (const node of seen.nodes) to.rect(node.x - HALF, node.y - HALF, TILE, TILE);
    to.fill();
    return;
  }
  const sheets = iconsAt(size);
  to.setTransform(1, 0, 0, 1, 0, 0);
  for (const node of seen.nodes) to.drawImage(sheets[node.kind], Math.round((node.x - HALF) * pixel + view.x * ratio), Math.round((node.y - HALF) * pixel + view.y * ratio), size, size);
  to.setTransform(pixel, 0, 0, pixel, view.x * ratio, view.y * ratio);
  if (12 * pixel < 5.4) return;
  to.textAlign = 'center';
  to.fillStyle = '#1a1e26';
  to.font = '500 12px sans-serif';
  for (const node of seen.nodes) to.fillText(node.label, node.x, node.y + HALF + 16);
  for (const zone of seen.zones) to.fillText(zone.label, zone.x + 40, zone.y + 20);
  if (10.5 * pixel < 6.5) return;
  to.fillStyle = '#566071';
  to.font = '10.5px monospace';
  for (const node of seen.nodes) to.fillText(node.host, node.x, node.y + HALF + 30);
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {any[]} seen
 */
function paintEnds(to, seen) {
  to.fillStyle = '#566071';
  to.font = '10.5px monospace';
  to.textAlign = 'center';
  for (const { a, b, from, to: name } of seen) {
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [dx, dy] = [((b.x - a.x) / length) * 48, ((b.y - a.y) / length) * 48];
    to.fillText(from, a.x + dx, a.y + dy);
    to.fillText(name, b.x - dx, b.y - dy);
  }
}

/** @param {CanvasRenderingContext2D} to */
function clear(to) {
  to.setTransform(1, 0, 0, 1, 0, 0);
  to.fillStyle = '#fafbfc';
  to.fillRect(0, 0, canvas.width, canvas.height);
}

function draw() {
  isScheduled = false;
  if (moved.size === 0) {
    clear(ctx);
    return paint(ctx, visible());
  }
  if (isStillStale) {
    const seen = visible();
    clear(stillCtx);
    paint(stillCtx, { ...seen, nodes: seen.nodes.filter((node) => !moved.has(node)), links: seen.links.filter((link) => !moved.has(link.a) && !moved.has(link.b)) });
    isStillStale = false;
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(still, 0, 0);
  paint(ctx, { nodes: [...moved], links: [...new Set([...moved].flatMap((node) => node.links))], zones: [] });
}

function schedule() {
  if (!isScheduled) requestAnimationFrame(draw);
  isScheduled = true;
}

host.addEventListener('wheel', (event) => {
  event.preventDefault();
  if (event.ctrlKey) {
    const factor = Math.exp(Math.max(-0.25, Math.min(0.25, -event.deltaY * 0.01)));
    view.x = event.offsetX - (event.offsetX - view.x) * factor;
    view.y = event.offsetY - (event.offsetY - view.y) * factor;
    view.zoom *= factor;
  } else {
    view.x -= event.deltaX;
    view.y -= event.deltaY;
  }
  schedule();
}, { passive: false });

/** @type {any[]} */
let selected = [];
/** @type {{ x: number, y: number } | null} */
let last = null;
host.addEventListener('pointerdown', (event) => {
  const [x, y] = [(event.offsetX - view.x) / view.zoom, (event.offsetY - view.y) / view.zoom];
  const cell = grid.get(key(Math.floor(x / CELL), Math.floor(y / CELL)));
  const hit = cell?.nodes.find((node) => Math.abs(node.x - x) < HALF && Math.abs(node.y - y) < HALF);
  if (!hit) return;
  last = { x: event.clientX, y: event.clientY };
  moved = new Set(selected.includes(hit) ? selected : [hit]);
  isStillStale = true;
});
host.addEventListener('pointermove', (event) => {
  if (!last) return;
  for (const node of moved) {
    node.x += (event.clientX - last.x) / view.zoom;
    node.y += (event.clientY - last.y) / view.zoom;
  }
  last = { x: event.clientX, y: event.clientY };
  schedule();
});
host.addEventListener('pointerup', () => {
  last = null;
  moved = new Set();
  index();
  schedule();
});

window.bench = {
  load,
  fit() {
    const [right, bottom] = [Math.max(...zones.map((zone) => zone.x + zone.width)), Math.max(...zones.map((zone) => zone.y + zone.height))];
    view.zoom = Math.min((width - 96) / (right + 80), (height - 96) / (bottom + 90));
    [view.x, view.y] = [48 + 80 * view.zoom, 48 + 90 * view.zoom];
    schedule();
  },
  showClose() {
    Object.assign(view, { x: 100, y: 100, zoom: 1 });
    schedule();
  },
  select(/** @type {number} */ count) {
    selected = nodes.slice(0, count);
  },
  where() {
    return { x: nodes[0].x * view.zoom + view.x, y: nodes[0].y * view.zoom + view.y };
  },
};
