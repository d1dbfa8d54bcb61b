"""Neo4j Browser in a headless Chromium, used as people use it: log in, drop files, click favourites, look at the picture."""

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, TimeoutError, WebSocket, sync_playwright

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# Chromium itself is not to speak to anybody either; of the page's own requests the tests see what became of them.
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 90_000
"""Milliseconds that anything on the page may take."""
ATTEMPTS = 3

# What a frame holds once parameters are set, one or several, or a query has answered; and what it holds before.
DONE = '[data-testid=rawParamData], [title="Status: success"], [data-testid=cypherFrameSidebarTable]'
UNDER_WAY = '[title="Status: pending"], [title="Status: waiting"]'
DROP = """([name, data]) => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], name));
    const event = new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: dropped});
    document.querySelector('.filedrop').dispatchEvent(event);
}"""
ELSEWHERE = "elsewhere.invalid"
WAYS_OUT = ("fetch", "beacon", "events", "socket", "image", "script", "style", "video", "frame-src", "object-src")
"""What the page's policy has to refuse, by path; of pages in the page it tells the directive instead."""
REACH_OUT = """host => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', event =>
        window.refused.push(new URL(event.blockedURI).pathname.slice(1) || event.effectiveDirective));
    const there = way => `https://${host}/${way}`;
    const element = (name, settings) => document.body.append(Object.assign(document.createElement(name), settings));
    const attempts = [
        () => fetch(there('fetch')).catch(() => undefined),
        () => navigator.sendBeacon(there('beacon'), 'x'),
        () => new EventSource(there('events')),
        () => new WebSocket(`wss://${host}/socket`),
        () => element('img', {src: there('image')}),
        () => element('script', {src: there('script')}),
        () => element('link', {rel: 'stylesheet', href: there('style')}),
        () => element('video', {src: there('video')}),
        () => element('iframe', {src: there('')}),
        () => element('object', {data: there('')}),
    ];
    for (const attempt of attempts) try { attempt(); } catch (error) { continue; }
}"""
NODES = """nodes => nodes.map(node => [
    node.querySelector('circle.b-outline').getAttribute('fill'),
    [...node.querySelectorAll('text.caption')].map(line => line.textContent.trim()).join(' '),
])"""


def chromium() -> str:
    """The path of a Chromium. Without one the test is skipped, and fails in continuous integration."""
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        reason = f"no Chromium is installed (looked for {', '.join(CHROMIUMS)}); on Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@dataclass
class Visit:
    """A page, and what went out from it to elsewhere than this machine."""

    page: Page
    left: set[str] = field(default_factory=set)

    def log_in(self, url: str, bolt: str, username: str, password: str) -> None:
        """Fill in the form and wait until the start page shows."""
        self.page.goto(url)
        self.page.get_by_test_id("boltaddress").fill(urlsplit(bolt).netloc)
        self.page.get_by_test_id("username").fill(username)
        self.page.get_by_test_id("password").fill(password)
        self.page.get_by_test_id("connect").click()
        self.page.get_by_test_id("frame").first.filter(has_text=":play start").wait_for()

    def drop(self, path: Path) -> None:
        """Drop a file on the page."""
        self.page.evaluate(DROP, [path.name, base64.b64encode(path.read_bytes()).decode()])

    def open_favourites(self, folder: str) -> None:
        """Open the drawer and a folder in it, where they are not open yet."""
        if not self.page.get_by_text("Local scripts").is_visible():
            self.page.get_by_test_id("navigationFavorites").click()
        if not self.titles(folder):
            self.page.get_by_test_id(f"expandFolder-{folder}").click()

    def titles(self, folder: str) -> list[str]:
        """The favourites in an open folder, as listed."""
        listed = self.page.get_by_test_id(f"savedScriptsFolder-{folder}").locator("[data-testid^=scriptTitle-]")
        names = [name.get_attribute("data-testid") or "" for name in listed.all()]
        return [name.removeprefix("scriptTitle-") for name in names]

    def run(self, title: str) -> None:
        """Take a favourite into the editor, run it, and wait until its frame is there and has ended well.

        A busy page swallows clicks, so where no frame comes the favourite is taken again.
        """
        setting = ": set " in title
        newest = self.page.get_by_test_id("frame").first.filter(has_text=":param" if setting else f"// {title}")
        for _ in range(ATTEMPTS):
            self.page.get_by_test_id(f"scriptTitle-{title}").click()
            self.page.get_by_test_id("currentlyEditing").filter(has_text=title).wait_for()
            self.page.get_by_test_id("editor-Run").click()
            with suppress(TimeoutError):
                newest.wait_for(timeout=PATIENCE / ATTEMPTS)
                break
        failed = newest.get_by_text("ERROR", exact=True)
        newest.locator(DONE).or_(failed).first.wait_for()
        newest.locator(UNDER_WAY).first.wait_for(state="detached")
        assert failed.count() == 0, newest.inner_text()

    def ask(self, cypher: str) -> None:
        """Write a query into the editor and run it; its frame comes in time."""
        self.page.get_by_test_id("activeEditor").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(cypher)
        self.page.keyboard.press("Control+Enter")
        self.page.get_by_test_id("frame").first.filter(has_text=cypher).wait_for()

    def nodes(self) -> list[tuple[str, str]]:
        """Colour and caption of each node in the newest frame's picture, once no more are added."""
        drawn = self.page.get_by_test_id("frame").first.locator("g.node")
        drawn.first.wait_for()
        before, now = None, drawn.evaluate_all(NODES)
        while now != before:
            self.page.wait_for_timeout(300)
            before, now = now, drawn.evaluate_all(NODES)
        return [(colour, caption) for colour, caption in now]

    def reach_out(self) -> set[str]:
        """Have a script in the page ask for things elsewhere, in every way of `WAYS_OUT`; those that its policy refuses."""
        self.page.evaluate(REACH_OUT, ELSEWHERE)
        with suppress(TimeoutError):
            self.page.wait_for_function("count => new Set(window.refused).size >= count", arg=len(WAYS_OUT))
        return set(self.page.evaluate("window.refused"))

    def note(self, request: Request) -> None:
        """Remember a request to another host, unless the page's content policy refused it before it went out."""
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1" and request.failure != "csp":
            self.left.add(request.url)

    def note_socket(self, socket: WebSocket) -> None:
        """Remember a socket that was opened to another host."""
        if urlsplit(socket.url).hostname != "127.0.0.1":
            self.left.add(socket.url)


@contextmanager
def visit(profile: Path) -> Iterator[Visit]:
    """A new Chromium with an empty profile."""
    executable = chromium()
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=executable, headless=True, args=list(OPTIONS), viewport={"width": 1500, "height": 1000}
        )
        found = Visit(context.new_page())
        found.page.set_default_timeout(PATIENCE)
        found.page.on("requestfailed", found.note)
        found.page.on("requestfinished", found.note)
        found.page.on("websocket", found.note_socket)
        try:
            yield found
        finally:
            context.close()
