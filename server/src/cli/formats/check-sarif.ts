import { createHash } from 'node:crypto';
import type { Place } from '../../evidence/place';
import type { Lines } from '../../features/lines';
import { RULES } from '../../rules';
import type { Finding, Fix, Severity } from '../../rules/rule';
import type { Span } from '../../text/span';
import { uriOf } from './addresses';
import type { CheckedFile, Formatter, Problem } from './format';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** `check --format sarif`: SARIF 2.1.0 (OASIS), one run. Columns count UTF-16 units from 1, as the run says. */
export function checkSarif(version: string): Formatter<CheckedFile> {
  const results: unknown[] = [];
  const artifacts: unknown[] = [];
  return {
    begin: () => '',
    file({ file, findings, fixes, lines, article }) {
      const uri = uriOf(file);
      const location = { uri, index: artifacts.length };
      artifacts.push({ location: { uri }, encoding: 'UTF-8' });
      const seen = new Map<string, number>();
      for (const finding of findings) results.push(result(finding, fixes(finding), location, lines, article.text, seen));
      return '';
    },
    end(problems) {
      const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: {
              driver: { name: 'On Record', version, rules: RULES.map(ruleOf) },
            },
            invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems.map(notification) }],
            columnKind: 'utf16CodeUnits',
            artifacts,
            results,
          },
        ],
      };
      return `${JSON.stringify(log, null, 2)}\n`;
    },
  };
}

const ruleOf = ({ facts }: (typeof RULES)[number]) => ({
  id: facts.code,
  name: facts.code.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: facts.title },
  fullDescription: { text: facts.why },
  help: { text: [facts.why, ...facts.sources.map(({ guide, says }) => `${guide}: ${says}`)].join('\n\n') },
  defaultConfiguration: { level: LEVELS[facts.severity], enabled: facts.optional !== true },
});

const notification = ({ file, message }: Problem) => ({
  level: 'error',
  message: { text: message },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
});

interface ArtifactLocation {
  readonly uri: string;
  readonly index: number;
}

function result(
  finding: Finding,
  fixes: readonly Fix[],
  artifactLocation: ArtifactLocation,
  lines: Lines,
  text: string,
  seen: Map<string, number>,
): unknown {
  const place = (span: Span) => ({ artifactLocation, region: region(lines, span) });
  // A snippet waits for a word from the writer; SARIF knows only finished replacements.
  const finished = fixes.filter(({ edits }) => edits.length > 0 && edits.every(({ snippet }) => snippet !== true));
  return {
    ruleId: finding.code,
    ruleIndex: RULES.findIndex(({ facts }) => facts.code === finding.code),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: place(finding.span) }],
    relatedLocations: finding.related.map((other, id) => ({
      id,
      message: { text: other.message },
      physicalLocation: other.place ? placeBeside(other.place) : place(other.span),
    })),
    partialFingerprints: { 'words/v1': fingerprint(finding, text, seen) },
    fixes: finished.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: edits.map((edit) => ({ deletedRegion: region(lines, edit.span), insertedContent: { text: edit.text } })),
        },
      ],
    })),
  };
}

/** A place in a document beside the article. */
const placeBeside = ({ document, start, end, page }: Place) => ({
  artifactLocation: { uri: document },
  // What a PDF has is pages, of which SARIF knows nothing: the message says which.
  ...(page === null && {
    region: {
      startLine: start.line + 1,
      startColumn: start.columns['utf-16'] + 1,
      endLine: end.line + 1,
      endColumn: end.columns['utf-16'] + 1,
    },
  }),
});

function region(lines: Lines, span: Span) {
  const { start, end } = lines.rangeOf(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span[0],
    charLength: span[1] - span[0],
  };
}

/** The same for the same finding on the same words, wherever they move to in the file. */
function fingerprint({ code, span }: Finding, text: string, seen: Map<string, number>): string {
  const words = text.slice(span[0], span[1]).replace(/\s+/g, ' ');
  const hash = createHash('sha256').update(`${code}\n${words}`).digest('hex').slice(0, 16);
  const times = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, times);
  return `${hash}:${times}`;
}
