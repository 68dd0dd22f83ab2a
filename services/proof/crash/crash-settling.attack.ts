import { killAtEachStatement } from './crash.ts';
import { settlingOperations } from './crash-operations.ts';

killAtEachStatement(settlingOperations);
