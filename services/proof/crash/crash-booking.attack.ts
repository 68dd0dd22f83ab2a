import { killAtEachStatement } from './crash.ts';
import { bookingOperations } from './crash-operations.ts';

killAtEachStatement(bookingOperations);
