import { ConsoleLogger } from 'aws-amplify/utils';

/**
 * Amplify warns at each configuration that the pool is not at AWS. Here that is intended. Its errors are still
 * printed.
 */
ConsoleLogger.LOG_LEVEL = 'ERROR';
