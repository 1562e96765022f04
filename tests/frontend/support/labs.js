/** Small drawings that many tests begin with. */

import * as make from '../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../frontend/static/js/model/diagram-model.js';
import { createIds } from '../../../frontend/static/js/util/ids.js';
import { seededRandom } from './random.js';

/** Ids that are the same in every run. */
export function countingIds() {
  return createIds(seededRandom(7));
}

/**
 * Students own the pod `pod` with R1 (r1) and PC09…PC19 (pc) in it; trainers are given the network (lan), to which the
 * server (srv) is cabled; a note stands in the zone `room` around the pod.
 * @returns {import('../../../frontend/static/js/model/diagram.js').Diagram}
 */
export function classroom() {
  return {
    ...make.emptyDiagram(),
    title: 'Classroom',
    nodes: [
      make.createUsers({ id: 'students', label: 'student1', x: -200, y: 0, count: 8 }),
      make.createUsers({ id: 'trainers', label: 'trainer', x: -200, y: 200 }),
      make.createDevice({ id: 'r1', label: 'R1', kind: 'router', x: 100, y: 100, zone: 'pod' }),
      make.createDevice({
        id: 'pc', label: 'PC09', kind: 'workstation', x: 240, y: 100, zone: 'pod', count: 11,
        connections: [make.createConnection({ protocol: 'rdp', host: '10.0.10.109' })],
      }),
      make.createNetwork({ id: 'lan', label: 'LAN1', x: 600, y: 100 }),
      make.createDevice({ id: 'srv', label: 'SRV1', kind: 'server', x: 600, y: 300 }),
      make.createNote({ id: 'note', label: 'Mind the gap', x: 60, y: 340, zone: 'room' }),
    ],
    zones: [
      make.createZone({ id: 'room', label: 'Room', x: 0, y: 0, width: 400, height: 400 }),
      make.createZone({ id: 'pod', label: 'Pod', x: 40, y: 40, width: 300, height: 200, zone: 'room', pod: 'students' }),
    ],
    links: [
      make.createLink('l1', 'r1', 'pc', { source: 'Gi0/0', target: 'eth0' }),
      make.createLink('l2', 'r1', 'lan'),
      make.createLink('l3', 'srv', 'lan'),
    ],
    access: [make.createAccess('a1', 'trainers', 'lan'), make.createAccess('a2', 'students', 'pod')],
  };
}

/** A model of the classroom. */
export function classroomModel() {
  return new DiagramModel(classroom());
}

/**
 * Return what *model* would be saved as, free of frozen parts.
 * @param {DiagramModel} model
 */
export function saved(model) {
  return JSON.parse(JSON.stringify(model));
}

/**
 * Return *model* after *command*.
 * @param {DiagramModel} model
 * @param {import('../../../frontend/static/js/model/changes.js').Command} command
 */
export function after(model, command) {
  const copy = new DiagramModel(model.toJSON());
  copy.apply(command.changes);
  return copy;
}
