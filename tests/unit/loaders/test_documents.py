"""Real pages: every page in the folder SCHOLARGRAPH_DOCUMENTS is recognised, read whole, and bears out what it declares."""

import os
from pathlib import Path

import pytest

from loaders import FORMATS, Source
from tests.unit.loaders.page_parts import load

FOLDER = os.environ.get("SCHOLARGRAPH_DOCUMENTS", "")


@pytest.mark.skipif(not FOLDER, reason="SCHOLARGRAPH_DOCUMENTS names no folder of pages")
def test_every_page_of_the_folder_is_read_whole() -> None:
    pages = sorted(Path(FOLDER).glob("*.txt"))
    assert pages
    for page in pages:
        read = load(page)
        assert read.records, page
        assert read.rejections == [], page
        assert {count.count for count in read.header.declared if count.counts_records} <= {len(read.records)}, page


@pytest.mark.skipif(not FOLDER, reason="SCHOLARGRAPH_DOCUMENTS names no folder of pages")
def test_no_beginning_of_a_page_raises() -> None:
    for page in sorted(Path(FOLDER).glob("*.txt")):
        data = page.read_bytes()
        for cut in range(0, len(data), 50):
            for known in FORMATS:
                list(known.read(Source.of(data[:cut])))
