/** What the inspector shows of connections, people and selections beyond what one types into at once. */

export { manyFields } from './many.js';
export { parametersPart } from './connections/parameters.js';
export { rosterField } from './people/roster-field.js';
