"""What a plot is in a notebook and in files."""

import re
from pathlib import Path

import altair as alt
import pandas as pd
import pytest

from graph.errors import InputError, PlotsUnavailableError
from graph.plots import Plot
from graph.plots.needed import need_plots

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"


def plot(name: str = "Ana Ruiz") -> Plot:
    rows = pd.DataFrame({"name": [name, "Bo Lind"], "papers": [3, 5]})
    return Plot(alt.Chart(rows).mark_bar().encode(x="papers:Q", y="name:N"), name, (f"2 more of {name} are not shown.",))


@pytest.mark.parametrize(("ending", "begins"), [(".svg", b"<svg"), (".png", b"\x89PNG"), (".html", b"<!doctype html>")])
def test_a_plot_is_written_as_its_file_is_named(tmp_path: Path, ending: str, begins: bytes) -> None:
    assert plot().save(tmp_path / f"one{ending}").read_bytes().startswith(begins)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"one\.pdf: a plot is written as \.svg, \.png or \.html"):
        plot().save(tmp_path / "one.pdf")


def test_a_notebook_shows_the_picture_and_what_is_not_in_it() -> None:
    shown = plot()._repr_html_()
    assert "Bo Lind" in shown
    assert "2 more of Ana Ruiz are not shown." in shown
    assert "<script" not in shown


def test_no_name_acts_in_a_picture_or_in_a_page() -> None:
    hostile = plot(HOSTILE)
    assert "<script>alert" not in hostile.html
    assert hostile.html.count("</script>") == 2
    assert "<img" not in hostile.svg + hostile._repr_html_()
    assert "<img src=x" not in hostile.html


def test_a_page_asks_nobody_for_anything() -> None:
    page = plot().html
    assert re.findall(r"<(?:script|link|img|iframe)[^>]*\b(?:src|href)=", page) == []
    assert "default-src 'none'" in page


def test_without_the_extra_plots_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.plots.needed.find_spec", lambda name: None if name == "vl_convert" else object())
    with pytest.raises(PlotsUnavailableError, match=r"\(vl-convert-python\): pip install 'scholargraph\[plots\]'"):
        need_plots()
