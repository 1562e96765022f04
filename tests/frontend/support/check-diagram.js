/** The rules that the server checks when it reads a diagram, as far as references go. */

import assert from 'node:assert/strict';

/** @param {import('../../../frontend/static/js/model/diagram.js').Diagram} diagram */
export function assertSound(diagram) {
  const nodes = new Map(diagram.nodes.map((node) => [node.id, node]));
  const zones = new Map(diagram.zones.map((zone) => [zone.id, zone]));
  const ids = [...diagram.nodes, ...diagram.zones, ...diagram.links, ...diagram.access].map((item) => item.id);
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
  for (const item of [...diagram.nodes, ...diagram.zones]) assert.ok(item.zone === null || zones.has(item.zone), `zone of ${item.id}`);
  for (const zone of diagram.zones) {
    assert.ok(zone.pod === null || nodes.get(zone.pod)?.type === 'users', `pod of ${zone.id}`);
    assertNotInItself(zones, zone.id);
  }
  for (const link of diagram.links) {
    for (const end of [link.source.node, link.target.node]) {
      assert.ok(['device', 'network', 'gateway'].includes(nodes.get(end)?.type ?? ''), `end of ${link.id}`);
    }
  }
  for (const edge of diagram.access) {
    assert.equal(nodes.get(edge.users)?.type, 'users', `start of ${edge.id}`);
    assert.ok(zones.has(edge.target) || ['device', 'network'].includes(nodes.get(edge.target)?.type ?? ''), `target of ${edge.id}`);
  }
}

/**
 * @param {Map<string, { zone: string | null }>} zones
 * @param {string} start
 */
function assertNotInItself(zones, start) {
  const seen = new Set();
  for (let id = /** @type {string | null} */ (start); id !== null; id = zones.get(id)?.zone ?? null) {
    assert.ok(!seen.has(id), `zone ${start} is inside itself`);
    seen.add(id);
  }
}
