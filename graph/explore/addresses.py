"""Where pages stand: in the application, or as files beside each other."""

import base64
import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Collection
from typing import Literal
from urllib.parse import quote, urlencode

from graph.explore.asking import Answered
from graph.row_text import to_json

Form = Literal["cypher", "csv", "json"]
MEDIA = {"cypher": "text/plain;charset=utf-8", "csv": "text/csv;charset=utf-8", "json": "application/json"}
Place = tuple[str, str]
"""The kind of a page (`author`, `paper`, `documents` …) and what it is about: a uid, or nothing."""


NOTHING = (None, "")
"""What is asked of a page by these is not asked."""


class Addresses(ABC):
    """Gives the addresses that templates link to."""

    live = True
    """Whether somebody answers at these addresses: forms and scripts that ask are of use."""

    @abstractmethod
    def page(self, kind: str, about: str = "", /, **asked: object) -> str | None:
        """The address of a page; None where there is no such page."""

    @abstractmethod
    def answer(self, answered: Answered, form: Form) -> str:
        """The address of an answer in another form."""

    @abstractmethod
    def static(self, name: str) -> str:
        """The address of a style or a script."""


class LiveAddresses(Addresses):
    """Paths of the application."""

    def page(self, kind: str, about: str = "", /, **asked: object) -> str | None:
        """The path of a page, with what is asked of it besides."""
        path = "/" if kind == "search" and not about else f"/{kind}/{quote(about, safe=':')}" if about else f"/{kind}"
        query = urlencode([(key, str(value)) for key, value in asked.items() if value not in NOTHING])
        return f"{path}?{query}" if query else path

    def answer(self, answered: Answered, form: Form) -> str:
        """The path at which the same query with the same parameters is answered in that form."""
        query = urlencode([(key, _in_address(value)) for key, value in answered.given.items()])
        return f"/answer/{answered.query.name}.{form}" + (f"?{query}" if query else "")

    def static(self, name: str) -> str:
        """The path of a file of `static/`."""
        return f"/static/{name}"


class FileAddresses(Addresses):
    """Files of an export, a folder a kind, as a page in one of these folders links to them. `taken` notes every answer that is
    linked to, by the path that its file is to have."""

    live = False

    def __init__(self, pages: Collection[Place], taken: dict[str, tuple[Answered, Form]], up: str = "../") -> None:
        self._pages = pages
        self._taken = taken
        self._up = up

    def page(self, kind: str, about: str = "", /, **asked: object) -> str | None:
        """The path to a page's file, None where it is not exported or what is asked of it needs the application."""
        if any(value not in NOTHING for value in asked.values()) or (kind, about) not in self._pages:
            return None
        return self._up + quote(file_of((kind, about)))

    def answer(self, answered: Answered, form: Form) -> str:
        """The path to the file of an answer."""
        asked = to_json([answered.query.name, dict(answered.given)])
        path = f"data/{answered.query.name}-{_digest(asked)}.{form}"
        self._taken[path] = (answered, form)
        return self._up + path

    def static(self, name: str) -> str:
        """The path to a style or a script."""
        return f"{self._up}static/{name}"


class ReportAddresses(FileAddresses):
    """Addresses within one file that holds everything: there are no other pages, and answers stand in the links themselves."""

    def __init__(self) -> None:
        super().__init__((), {})

    def answer(self, answered: Answered, form: Form) -> str:
        """The answer itself, as an address (RFC 2397)."""
        return f"data:{MEDIA[form]};base64,{base64.b64encode(text_of(answered, form).encode()).decode()}"


def text_of(answered: Answered, form: Form) -> str:
    """The text of an answer in a form."""
    return answered.csv() if form == "csv" else answered.json() if form == "json" else answered.cypher()


def file_of(place: Place) -> str:
    """The file of a page, within the folder of the export: readable, and no two the same whatever the file system folds."""
    kind, about = place
    if not about:
        return "index.html" if kind == "search" else f"{kind}.html"
    readable = re.sub(r"[^a-z0-9]+", "-", about.casefold()).strip("-")[:48]
    return f"{kind}/{readable}-{_digest(about)}.html"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _in_address(value: object) -> str:
    return value if isinstance(value, str) else to_json(value)
