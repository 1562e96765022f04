/** The parts of the inspector that are loaded with the first item: all but what one types into at once. */

export { reachedBySection, reachSection } from './access.js';
export { presetButton } from './connections/preset-button.js';
export { manyFields } from './many.js';
export { parametersPart } from './connections/parameters.js';
export { rosterField } from './people/roster-field.js';
