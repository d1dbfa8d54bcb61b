"""What a user names as documents."""

from pathlib import Path

import pytest

from graph.documents import find
from graph.errors import DocumentError


def test_an_empty_name_is_refused_and_does_not_mean_the_folder_at_hand() -> None:
    with pytest.raises(DocumentError, match="empty name"):
        find(["page.txt", ""])


def test_everything_that_is_not_there_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "there.bib").write_text("@misc{a, title={Ants}}")
    named = [str(tmp_path / name) for name in ("there.bib", "nosuch.bib", "no*.xyz")]
    with pytest.raises(DocumentError) as caught:
        find(named)
    assert f"{named[1]}: there is no such file" in str(caught.value)
    assert f"{named[2]}: no file matches this pattern" in str(caught.value)
    assert "there.bib" not in str(caught.value)
