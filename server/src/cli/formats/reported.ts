import type { Sources } from '../../service';
import type { ReadFile } from './format';

/** An article whose sources are known. */
export interface ReportedFile extends ReadFile {
  readonly sources: Sources;
}
