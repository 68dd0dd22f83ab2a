import { ConsoleLogger } from 'aws-amplify/utils';

/** Amplify warns at each configuration that the pool is not at AWS, which is so on purpose here. Its errors are said. */
ConsoleLogger.LOG_LEVEL = 'ERROR';
