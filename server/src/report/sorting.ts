/**
 * Sorts the table that a heading's button stands in, by the numbers or words of `data-by` in that column; once more, the other way round. Says how by
 * `aria-sort`. It stands in pages as it is written here, and their policies name it by its hash.
 */
export const SORT_SCRIPT = `
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('.sort');
  if (!button) return;
  const heading = button.closest('th');
  const table = heading.closest('table');
  const column = heading.cellIndex;
  const up = heading.getAttribute('aria-sort') === 'descending' || (!heading.hasAttribute('aria-sort') && heading.dataset.first === 'up');
  const of = (row) => row.cells[column].dataset.by;
  const compare = heading.dataset.kind === 'words' ? (a, b) => a.localeCompare(b) : (a, b) => a - b;
  const rows = [...table.tBodies[0].rows].sort((a, b) => (up ? 1 : -1) * compare(of(a), of(b)));
  for (const other of heading.parentElement.cells) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  table.tBodies[0].append(...rows);
});
`;
