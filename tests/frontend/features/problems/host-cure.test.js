import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hostCure } from '../../../../frontend/static/js/features/problems/host-cure.js';
import { updateConnection } from '../../../../frontend/static/js/model/commands/connections.js';
import { after, classroomModel } from '../../support/labs.js';

const FOUND = { code: 'host-is-none', item: 'pc', field: 'connections.0.host', facts: { host: '10.0.0.1', port: '22', user: 'root' } };

/** @param {Partial<import('../../../../frontend/static/js/model/diagram.js').Connection>} fields */
function cured(fields) {
  const model = after(classroomModel(), updateConnection(classroomModel(), 'pc', 0, fields));
  const command = hostCure(model, FOUND);
  const node = command ? after(model, command).nodes.get('pc') : undefined;
  return node?.type === 'device' ? node.connections[0] : null;
}

test('host, port and user name go where they belong', () => {
  const connection = cured({ host: 'ssh://root@10.0.0.1:22' });

  assert.deepEqual([connection?.host, connection?.port, connection?.parameters], ['10.0.0.1', '22', { username: 'root' }]);
});

test('what stands there already stays', () => {
  const connection = cured({ host: 'root@10.0.0.1:22', port: '2022', parameters: { username: 'ann' } });

  assert.deepEqual([connection?.host, connection?.port, connection?.parameters], ['10.0.0.1', '2022', { username: 'ann' }]);
});

test('a host that counts beside its port becomes the same for all', () => {
  const command = hostCure(classroomModel(), { ...FOUND, code: 'host-counts-beside-port' });
  const node = command ? after(classroomModel(), command).nodes.get('pc') : undefined;

  assert.deepEqual(node?.type === 'device' && node.connections[0].copies, { hostname: 'same' });
});

test('nothing is offered for a host with a placeholder, or for another problem', () => {
  assert.equal(cured({ host: '10.{n}.0.1:22' }), null);
  assert.equal(hostCure(classroomModel(), { ...FOUND, code: 'address-blank' }), null);
});

test('what was written around the host of a gateway goes into the parameters of the gateway', () => {
  const parameters = { 'gateway-hostname': 'ann@gw.lab:8443', 'gateway-username': 'ben' };
  const model = after(classroomModel(), updateConnection(classroomModel(), 'pc', 0, { parameters }));
  const facts = { host: 'gw.lab', port: '8443', user: 'ann', name: 'gateway-hostname', port_name: 'gateway-port', user_name: 'gateway-username' };

  const command = hostCure(model, { ...FOUND, field: 'connections.0.parameters.gateway-hostname', facts });
  const node = command ? after(model, command).nodes.get('pc') : undefined;

  assert.deepEqual(node?.type === 'device' && node.connections[0], {
    .../** @type {any} */ (model.nodes.get('pc')).connections[0],
    parameters: { 'gateway-hostname': 'gw.lab', 'gateway-port': '8443', 'gateway-username': 'ben' },
  });
});

test('an address that leaves its octet carries into the one before', () => {
  const command = hostCure(classroomModel(), { code: 'address-out-of-range', item: 'pc', field: 'connections.0.host', facts: { next: '10.0.11.3' } });
  const node = command ? after(classroomModel(), command).nodes.get('pc') : undefined;

  assert.deepEqual(node?.type === 'device' && node.connections[0].copies, { hostname: 'carries' });
});
