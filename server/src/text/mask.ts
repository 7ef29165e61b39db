import type { Format } from './format';
import { formatNamed } from './formats';

/** An article's text as its analysis reads it: see Reading in format.ts. Linear; never throws. */
export const mask = (text: string, format: Format): string => formatNamed(format).read(text).masked;
