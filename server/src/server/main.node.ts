import { startNodeServer } from './node';

startNodeServer(__dirname);
