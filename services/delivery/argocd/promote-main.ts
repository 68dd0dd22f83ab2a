/**
 * Copies what one environment runs to the next; a pull request of the change is the promotion.
 *
 *     node services/delivery/argocd/promote-main.ts <from> <to> [service…]
 */
import { promote } from './pins.ts';

const [from = '', to = '', ...services] = process.argv.slice(2);
const changed = promote(from, to, services);
console.log(changed.length > 0 ? `${to} gets ${changed.join(', ')}` : `${to} runs what ${from} runs`);
