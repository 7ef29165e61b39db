import type { Figure, Group, Run } from './figures';

/** The figures of a run as a table in Markdown, which a terminal shows as well. */
export function table({ groups }: Run): string {
  return groups.map(section).join('\n');
}

function section({ title, about, figures }: Group): string {
  const rows = figures.map((figure) => [figure.name, shown(figure.value, figure.unit), spread(figure), ratio(figure)]);
  return [`\n${title}`, about, '', ...aligned([['', 'median', 'lowest…highest', 'ratio'], ...rows])].join('\n');
}

const spread = ({ range, unit }: Figure): string => (range ? `${shown(range[0], unit)} … ${shown(range[1], unit)}` : '');

const ratio = ({ value, beside }: Figure): string => (beside ? `${(value / beside.value).toFixed(2)} × ${beside.name}` : '');

const shown = (value: number, unit: Figure['unit']): string =>
  `${value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)} ${unit}`;

/** Two runs beside each other: each figure that both have, and the second in parts of the first. */
export function comparison(before: Run, after: Run): string {
  const known = new Map(
    before.groups.flatMap(({ title, figures }) => figures.map((figure) => [`${title}/${figure.name}`, figure] as const)),
  );
  const rows = after.groups.flatMap(({ title, figures }) =>
    figures.flatMap((figure) => {
      const old = known.get(`${title}/${figure.name}`);
      return old
        ? [
            [
              `${title}: ${figure.name}`,
              shown(old.value, old.unit),
              shown(figure.value, figure.unit),
              (figure.value / old.value).toFixed(2),
            ],
          ]
        : [];
    }),
  );
  return aligned([['', 'before', 'after', 'after/before'], ...rows]).join('\n');
}

function aligned([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, c) => (c === 0 ? (row[c] ?? '').padEnd(width) : (row[c] ?? '').padStart(width))).join(' | ')} |`;
  return [
    line(head),
    `| ${widths.map((width, c) => (c === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`,
    ...rows.map(line),
  ];
}
