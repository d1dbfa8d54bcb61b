"""The graph model as a picture, made from the classes of `graph.schema.nodes`.

`python -m graph.schema.picture` writes it into the pages that show it, between the marks that they hold for it: a flowchart in
Mermaid (https://mermaid.js.org/syntax/flowchart.html), which GitHub draws and which can be read as it stands.
"""

import re
from pathlib import Path

from neomodel import StructuredNode, StructuredRel

from graph.schema.nodes import NODES, patterns

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "graph" / "DESIGN.md", ROOT / "graph" / "browser" / "guide.md")
BEGIN, END = "<!-- graph model: python -m graph.schema.picture -->", "<!-- end of the graph model -->"

MAIN = {
    "Author": ("uid", "name", "name_forms", "orcid", "ids", "person"),
    "Paper": ("uid", "title", "year", "abstract", "doi", "arxiv_id", "retracted"),
    "Topic": ("uid", "label", "scheme", "spellings"),
    "Phrase": ("uid", "label"),
    "Venue": ("uid", "name", "kind", "ids", "aliases"),
    "Institution": ("uid", "name", "ror", "country", "organisation"),
    "Document": ("uid", "location", "format", "source", "loaded_at"),
    "Decision": ("uid", "action", "records", "by", "at", "reason", "undoes"),
    "GraphState": ("uid", "changed_at"),
    "WROTE": ("position", "name", "affiliation", "part"),
    "WRITTEN_AT": ("author", "unit", "city", "country", "address"),
    "AFFILIATED_WITH": ("papers", "first_year", "last_year"),
    "EDITED": ("position", "name"),
    "PUBLISHED_IN": ("year", "kind", "volume", "pages"),
    "ABOUT": ("origin", "score"),
    "MENTIONS": ("label", "score"),
    "SPELLS": (),
    "BROADER": ("label",),
    "CORRECTS": ("kind", "by"),
    "DESCRIBES": ("where", "name", "cited_by"),
    "SIMILAR_NAME": ("score", "reasons"),
    "SIMILAR_PAPER": ("score", "reasons"),
    "SAME_AS": ("by", "reason", "evidence"),
    "DIFFERENT_FROM": ("by", "reason", "evidence"),
}
"""By label or type, what a reader looks for first."""
ON_A_LINE = 3


def picture() -> str:
    """The model as a Mermaid flowchart: labels as boxes, relationship types as rounded ones between them, with main properties.

    A type is a box of its own because Mermaid draws lines between the same ends, and their texts, above each other.
    """
    labels = [f'  {node.__label__}["{_titled(node.__label__, node)}"]' for node in NODES]
    types = {pattern.kind: f'  {pattern.kind}(["{_titled(pattern.kind, pattern.model)}"])' for pattern in patterns()}
    ties: dict[str, None] = {}
    for pattern in patterns():
        ties[f"  {pattern.start} --- {pattern.kind}"] = None
        if pattern.is_directed:
            ties[f"  {pattern.kind} --> {pattern.end}"] = None
    return "\n".join(["flowchart LR", *labels, *types.values(), *ties]) + "\n"


def with_picture(text: str) -> str:
    """A page with the picture between its marks. Raises ValueError where it has none."""
    marked = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if not marked.search(text):
        raise ValueError(f"the page has no place for the picture: {BEGIN!r} … {END!r}")
    return marked.sub(lambda _: f"{BEGIN}\n\n```mermaid\n{picture()}```\n\n{END}", text)


def main() -> None:
    """Write the picture into all pages that show it."""
    for page in PAGES:
        page.write_text(with_picture(page.read_text(encoding="utf-8")), encoding="utf-8")
        print(f"wrote {page}")


def _titled(name: str, holder: type[StructuredNode] | type[StructuredRel] | None) -> str:
    """A label or type, and below it what of its properties is shown; "…" stands for the others."""
    declared = holder.defined_properties(rels=False, aliases=False) if holder else {}
    shown = list(MAIN[name]) if declared else []
    if unknown := [one for one in shown if one not in declared]:
        raise ValueError(f"{name} has no {', '.join(unknown)}: mend MAIN")
    listed = [*shown, "…"] if len(shown) < len(declared) else shown
    lines = [", ".join(listed[at : at + ON_A_LINE]) for at in range(0, len(listed), ON_A_LINE)]
    return "<br>".join([f"<b>{name}</b>", *lines])


if __name__ == "__main__":
    main()
