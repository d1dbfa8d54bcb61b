"""What a first load makes of documents, as files that any server's importer takes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph import server
from graph.bulk.import_files import REPORT, SCRIPT, write_import_files
from graph.bulk.tables import FOLDER
from tests.integration.imported_files import assert_files_make_the_graph
from tests.integration.outcomes import Outcome

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("line", server.LINES)
def test_files_of_all_formats_make_the_graph_that_loading_them_makes(
    line: str, all_formats: Path, all_in_batches: Callable[[str], Outcome], tmp_path: Path
) -> None:
    place = tmp_path / "for import" / "it's all here"
    report = write_import_files(all_formats, place)
    assert {path.name for path in place.iterdir()} == {FOLDER, SCRIPT, REPORT}
    assert_files_make_the_graph(place, report, all_formats, all_in_batches(line), line, tmp_path / "imported")
