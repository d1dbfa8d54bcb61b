"""What a user names as documents."""

import pytest

from graph.documents import sources
from graph.errors import DocumentError


def test_an_empty_name_is_refused_and_does_not_mean_the_folder_at_hand() -> None:
    with pytest.raises(DocumentError, match="empty name"):
        sources(["page.txt", ""])
