"""What must hold of everything that any reader reads."""

from kaocheng.kernel.documents import Document, Grid, Paragraph, ordered


def assert_sound(document: Document) -> None:
    """Stretches are ordered, grids are rectangles, anchors and spans agree with positions."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert ordered(block.content.stretches)
        elif isinstance(block, Grid):
            assert_rectangle(block)


def assert_rectangle(grid: Grid) -> None:
    """Each position holds a cell whose rectangle contains it; rectangles cover all once."""
    assert grid.height > 0
    assert {grid.width} == {len(row) for row in grid.rows}
    for number, row in enumerate(grid.rows):
        for index, cell in enumerate(row):
            assert cell.row <= number < cell.row + cell.row_span
            assert cell.column <= index < cell.column + cell.column_span
            assert grid.rows[cell.row][cell.column] is cell
    covered = 0
    for cell in grid.cells():
        assert ordered(cell.content.stretches)
        covered += cell.row_span * cell.column_span
    assert covered == grid.height * grid.width


def texts(grid: Grid) -> list[list[str]]:
    """The texts of all positions."""
    return [[cell.text for cell in row] for row in grid.rows]
