import {
  type Event,
  EventEmitter,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
} from 'vscode';
import type { Node } from './nodes';

/** A row with the article that it belongs to: what menus and commands are handed. */
export interface Row {
  readonly uri: Uri;
  readonly node: Node;
}

/** Hands rows to a view of VS Code's. Of a new version it redraws the rows that differ, and nothing else: what is selected or folded out stays. */
export class NodeTree implements TreeDataProvider<Row> {
  private readonly changes = new EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData: Event<Row | undefined> = this.changes.event;
  private rows: readonly Row[] = [];
  private readonly known = new Map<string, { row: Row; children: Row[]; parent: Row | undefined }>();

  /** Shows other rows. */
  show(uri: Uri | null, nodes: readonly Node[]): void {
    const before = new Map([...this.known].map(([id, { row }]) => [id, row]));
    const same =
      uri !== null &&
      this.rows[0]?.uri.toString() === uri.toString() &&
      sameIds(
        this.rows.map(({ node }) => node),
        nodes,
      );
    this.known.clear();
    this.rows = uri ? nodes.map((node) => this.remember(uri, node, undefined, before)) : [];
    if (!same) {
      this.changes.fire(undefined);
      return;
    }
    for (const row of this.rows) {
      const old = before.get(row.node.id);
      if (old && JSON.stringify(old.node) !== JSON.stringify(row.node)) this.changes.fire(row);
    }
  }

  private remember(uri: Uri, node: Node, parent: Row | undefined, before: ReadonlyMap<string, Row>): Row {
    const old = before.get(node.id);
    // VS Code knows a row by the very object, so one that has not changed stays the same.
    const row = old && old.uri.toString() === uri.toString() && JSON.stringify(old.node) === JSON.stringify(node) ? old : { uri, node };
    const known = { row, children: [] as Row[], parent };
    this.known.set(node.id, known);
    known.children = node.children.map((child) => this.remember(uri, child, row, before));
    return row;
  }

  /** The row whose part of the article is the smallest around a position. */
  at(position: Position): Row | undefined {
    let best: { row: Row; range: Range } | undefined;
    for (const { row } of this.known.values()) {
      for (const stretch of row.node.stretches) {
        const range = rangeOf(stretch);
        if (range.contains(position) && (!best || (best.range.contains(range) && !best.range.isEqual(range)))) best = { row, range };
      }
    }
    return best?.row;
  }

  /** How many rows there are at the top. */
  get size(): number {
    return this.rows.length;
  }

  getChildren(row?: Row): Row[] {
    return row ? (this.known.get(row.node.id)?.children ?? []) : [...this.rows];
  }

  getParent(row: Row): Row | undefined {
    return this.known.get(row.node.id)?.parent;
  }

  getTreeItem(row: Row): TreeItem {
    const { id, label, description, spoken, tooltip, icon, alert, context, place, children, open } = row.node;
    const state = children.length === 0 ? 'None' : open ? 'Expanded' : 'Collapsed';
    const item = new TreeItem(label, TreeItemCollapsibleState[state]);
    item.id = id;
    item.description = description;
    // A string, not Markdown: words of an article are nothing but words.
    item.tooltip = tooltip;
    item.iconPath = new ThemeIcon(icon, alert ? new ThemeColor('list.warningForeground') : undefined);
    item.contextValue = context;
    item.accessibilityInformation = { label: spoken };
    if (place) item.command = { command: 'onrecord.goTo', title: label, arguments: [row.uri, rangeOf(place)] };
    return item;
  }
}

const rangeOf = ({ start, end }: { start: { line: number; character: number }; end: { line: number; character: number } }): Range =>
  new Range(new Position(start.line, start.character), new Position(end.line, end.character));

const sameIds = (a: readonly Node[], b: readonly Node[]): boolean => a.length === b.length && a.every(({ id }, i) => id === b[i]?.id);
