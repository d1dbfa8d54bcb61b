"""A Java that can run Spark is found, or what is missing is said."""

from pathlib import Path

import pytest

from graph.errors import SparkUnavailableError
from graph.spark import java


def test_what_is_missing_of_java_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(SparkUnavailableError, match=rf"jdk.incubator.vector; looked at: {tmp_path}"):
        java.find_java()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").write_text("#!/bin/sh\n")
    (tmp_path / "bin" / "java").chmod(0o700)
    assert java.find_java() == tmp_path
