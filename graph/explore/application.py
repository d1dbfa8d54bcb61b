"""The pages as a web application: which page an address means, and what is answered where there is none."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from graph.errors import AmbiguousAuthorError, GraphUnavailableError, InputError, ScholarGraphError, UnknownNameError
from graph.explore import doubts, overview, people, research, subjects, topics
from graph.explore.access import Access, Admitting
from graph.explore.addresses import MEDIA, LiveAddresses, text_of
from graph.explore.asking import Answered, Asking
from graph.explore.guard import Guard
from graph.explore.rendering import Page, render, static_text
from graph.explore.review.pages import Review
from graph.plain_text import shell_word
from graph.queries.author_lookup import asked_uids
from graph.row_text import to_json

ADDRESSES = LiveAddresses()
STATIC = {"style.css": "text/css", "explore.js": "text/javascript", "ring.js": "text/javascript"}
LONGEST_TEXT = 500
"""Of a text that is searched for more than this tells nothing."""

About = Callable[[Asking, str, int], Page | None]


class _Uid(PathConvertor):
    """The rest of a path, in which uids may have ends of lines as well."""

    regex = "(?s:.*)"


register_url_convertor("uid", _Uid())


def application(asking: Asking, access: Access | None = None) -> Guard:
    """The application over the graph that is asked. Who may decide is told by `access`; without it nobody may write."""
    app = Starlette(
        routes=[*_routes(asking), *Review(asking, access).routes()],
        exception_handlers={ScholarGraphError: _refused, HTTPException: _missing},
    )
    return Guard(Admitting(app, access) if access else app)


def _routes(asking: Asking) -> list[Route]:
    kinds: dict[str, About] = {
        "paper": lambda asked, uid, _: subjects.paper(asked, uid),
        "topic": subjects.topic,
        "venue": subjects.venue,
        "institution": subjects.institution,
        "country": subjects.country,
        "document": subjects.document,
        "cluster": lambda asked, name, _: doubts.cluster(asked, name),
        "quality": doubts.quality_list,
    }
    alone: dict[str, Callable[[Asking], Page]] = {
        "documents": doubts.documents,
        "quality": doubts.quality,
        "duplicates": doubts.duplicates,
        "calibration": doubts.reliability,
        "countries": subjects.countries,
    }
    return [
        Route("/", lambda request: _search(asking, request)),
        Route("/found", lambda request: _found(asking, request)),
        Route("/author/{about:uid}", lambda request: _author(asking, request)),
        Route("/collaborators/{about:uid}", lambda request: _collaborators(asking, request)),
        Route("/research/{about:uid}", lambda request: _research(asking, request)),
        *(Route(f"/{kind}/{{about:uid}}", _about(asking, kind, page)) for kind, page in kinds.items()),
        *(Route(f"/{kind}", _alone(asking, page)) for kind, page in alone.items()),
        Route("/path", lambda request: _path(asking, request)),
        Route("/candidates", lambda request: _page(doubts.candidates(asking, _named(request, "order") or "probability"))),
        Route("/compare", lambda request: _compare(asking, request)),
        Route("/trends", lambda request: _trends(asking, request)),
        Route("/answer/{name}.{form}", lambda request: _answer(asking, request)),
        Route("/static/{name}", _static),
    ]


def _search(asking: Asking, request: Request) -> Response:
    text = _text(request)
    return _page(overview.search(asking, text) if text else overview.overview(asking))


def _found(asking: Asking, request: Request) -> Response:
    """What a search shows, for a page that shows it as somebody types."""
    return _page(overview.search(asking, _text(request), "found.html"))


def _author(asking: Asking, request: Request) -> Response:
    found = _person(asking, request, "author")
    return found if isinstance(found, Response) else _page(people.author(asking, found[0], _number(request), together=found[1:]))


def _collaborators(asking: Asking, request: Request) -> Response:
    found = _person(asking, request, "collaborators")
    return found if isinstance(found, Response) else _page(people.collaborators(asking, found[0], found[1:]))


def _person(asking: Asking, request: Request, kind: str) -> list[str] | Response:
    """The author by uid, whom a page of that kind is about; any other name by which the graph knows them leads to that page. With
    `together=true` all of that name who are likely one person. Raises as `author_uid` does."""
    about, together = request.path_params["about"], _together(request)
    uids = asked_uids(asking.queries, about, together=together)
    if uids[0] != about:
        return RedirectResponse(str(ADDRESSES.page(kind, uids[0], together="true" if together else None)), 307)
    return uids


def _research(asking: Asking, request: Request) -> Response:
    """The research graph as a page, or with `as=svg` as a picture by itself."""
    found, asked = _person(asking, request, "research"), request.query_params
    if isinstance(found, Response):
        return found
    layers = [layer for layer in asked.getlist("layer") if layer in research.LAYERS] or research.SHOWN
    since, least = _whole(asked.get("since", "")), asked.get("least", "")
    chosen = research.Chosen(
        layers=layers,
        people=_whole(asked.get("people", "")) or research.PEOPLE,
        since=since,
        least=float(least) if least.replace(".", "", 1).isdigit() and least.isascii() else 0.0,
    )
    alone = asked.get("as") == "svg"
    page = research.research(asking, found[0], chosen, "ring.svg" if alone else "research.html", found[1:])
    address = (
        f"{request.url.path}?{urlencode([*((key, value) for key, value in asked.multi_items() if key != 'as'), ('as', 'svg')])}"
    )
    text = render(page, ADDRESSES, alone=alone, colours=research.COLOURS, picture_address=address)
    return Response(text, media_type="image/svg+xml") if alone else HTMLResponse(text)


def _whole(given: str) -> int | None:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 8 else None


def _about(asking: Asking, kind: str, page_of: About) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        page = page_of(asking, request.path_params["about"], _number(request))
        if page is None:
            raise HTTPException(404, f"There is no {kind} {request.path_params['about']!r} in this graph.")
        return _page(page)

    return answer


def _alone(asking: Asking, page_of: Callable[[Asking], Page]) -> Callable[[Request], Response]:
    return lambda _: _page(page_of(asking))


def _path(asking: Asking, request: Request) -> Response:
    return _page(doubts.path(asking, _named(request, "author"), _named(request, "other"), together=_together(request)))


def _compare(asking: Asking, request: Request) -> Response:
    return _page(topics.compare(asking, _named(request, "author"), _named(request, "other"), together=_together(request)))


def _trends(asking: Asking, request: Request) -> Response:
    asked: dict[str, object] = {name: _named(request, name) for name in topics.PLACES}
    asked |= {name: _whole(request.query_params.get(name, "")) for name in topics.YEARS}
    return _page(topics.trends(asking, asked, together=_together(request)))


def _together(request: Request) -> bool:
    """Whether records of one name that are likely one person are asked together."""
    return request.query_params.get("together") == "true"


def _named(request: Request, name: str) -> str:
    return request.query_params.get(name, "").strip()[:LONGEST_TEXT]


def _answer(asking: Asking, request: Request) -> Response:
    """A stored query's answer as CSV or JSON, or the query itself for Neo4j Browser."""
    form = request.path_params["form"]
    answered = asking.ask_in_text(request.path_params["name"], dict(request.query_params))
    if form == "cypher":
        shown = {"answered": answered, "command": command_of(answered), "current": "answer"}
        return _page(Page("cypher.html", answered.query.name, shown))
    if form not in ("csv", "json"):
        raise HTTPException(404, f"{form!r} is not a form of an answer; use csv, json or cypher.")
    return Response(text_of(answered, form), media_type=MEDIA[form])


def command_of(answered: Answered) -> str:
    """The command that asks the same."""
    words = [f"{key}={value if isinstance(value, str) else to_json(value)}" for key, value in answered.given.items()]
    return " ".join(["scholargraph query", answered.query.name, *map(shell_word, words)])


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404, f"There is no file {name!r} here.")
    return Response(static_text(name), media_type=STATIC[name])


def _refused(_: Request, error: Exception) -> Response:
    """A page that says what was asked wrongly and what would be right, or that the graph does not answer."""
    status = 503 if isinstance(error, GraphUnavailableError) else 404 if isinstance(error, UnknownNameError) else 400
    if not isinstance(error, InputError | GraphUnavailableError):
        status = 500
    shown: dict[str, Any] = {"message": str(error), "choices": [], "nearest": [], "together": [], "current": "error"}
    title = "This cannot be answered"
    if isinstance(error, AmbiguousAuthorError):
        title, shown["choices"], status = "Several records answer to that name", error.choices, 300
        shown |= {"together": error.together, "probability": error.probability, "accept": error.accept}
    elif isinstance(error, UnknownNameError):
        title, shown["nearest"] = "The graph does not have that", error.nearest
    return _page(Page("error.html", title, shown), status)


def _missing(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    detail = error.detail if isinstance(error, HTTPException) else ""
    title = {404: "There is no such page", 403: "This cannot be written"}.get(status)
    if title:
        shown = {"message": detail, "choices": [], "nearest": [], "together": [], "current": "error"}
        return _page(Page("error.html", title, shown), status)
    return PlainTextResponse(detail + "\n", status)


def _page(page: Page, status: int = 200) -> Response:
    return HTMLResponse(render(page, ADDRESSES), status)


def _text(request: Request) -> str:
    return request.query_params.get("q", "").strip()[:LONGEST_TEXT]


def _number(request: Request) -> int:
    return max(_whole(request.query_params.get("page", "")) or 1, 1)
