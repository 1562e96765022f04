/** The parts of the inspector that `lazy-parts.js` loads. */

export { reachedBySection, reachSection } from './access.js';
export { routeOfAllField } from './cables.js';
export { presetButton } from './connections/preset-button.js';
export { geometryFields } from './geometry.js';
export { manyFields } from './many.js';
export { otherFields } from './others.js';
export { parametersPart } from './connections/parameters.js';
export { credentialField } from './connections/inheritance.js';
export { defaultsSection } from './connections/defaults.js';
export { listButtons, peopleField } from './people/people-list.js';
export { usersFields } from './people/users.js';
export { randomPasswords } from './people/random-passwords.js';
