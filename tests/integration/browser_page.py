"""Neo4j Browser in a headless Chromium, worked as a person works it: log in, drop files, click favourites, look at the picture."""

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect, sync_playwright

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
PATIENCE = 20_000
"""Milliseconds that anything on the page may take."""

DROP = """([name, data]) => {
    const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], name));
    const event = new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: dropped});
    document.querySelector('.filedrop').dispatchEvent(event);
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
    """A page, and what it asked for elsewhere than on this machine."""

    page: Page
    refused: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)

    def log_in(self, url: str, bolt: str, username: str, password: str) -> None:
        """Fill in the form and wait until the start page shows."""
        self.page.goto(url)
        self.page.get_by_test_id("boltaddress").fill(urlsplit(bolt).netloc)
        self.page.get_by_test_id("username").fill(username)
        self.page.get_by_test_id("password").fill(password)
        self.page.get_by_test_id("connect").click()
        expect(self.page.get_by_test_id("frameCommand").first).to_contain_text(":play start")

    def drop(self, path: Path) -> None:
        """Drop a file on the page."""
        self.page.evaluate(DROP, [path.name, base64.b64encode(path.read_bytes()).decode()])

    def open_favourites(self, folder: str) -> None:
        """Open the drawer and a folder in it."""
        if not self.page.get_by_text("Local scripts").is_visible():
            self.page.get_by_test_id("navigationFavorites").click()
        self.page.get_by_test_id(f"expandFolder-{folder}").click()

    def titles(self, folder: str) -> list[str]:
        """The favourites in an open folder, as listed."""
        listed = self.page.get_by_test_id(f"savedScriptsFolder-{folder}").locator("[data-testid^=scriptTitle-]")
        names = [name.get_attribute("data-testid") or "" for name in listed.all()]
        return [name.removeprefix("scriptTitle-") for name in names]

    def run(self, title: str) -> None:
        """Take a favourite into the editor, run it, and wait until its frame is there and has ended well."""
        self.page.get_by_test_id(f"scriptTitle-{title}").click()
        expect(self.page.get_by_test_id("currentlyEditing")).to_contain_text(title)
        self.page.get_by_test_id("editor-Run").click()
        frame = self.page.get_by_test_id("frame").first
        if ": set " in title:
            done = frame.locator('[data-testid=rawParamData], [title="Status: success"]')
            expect(frame.get_by_test_id("frameCommand").first).to_contain_text(":param")
        else:
            done = frame.get_by_test_id("cypherFrameSidebarTable")
            expect(frame.get_by_test_id("frameCommand").first).to_contain_text(f"// {title}")
        expect(done.or_(frame.get_by_text("ERROR", exact=True)).first).to_be_visible()
        expect(frame.locator('[title="Status: pending"], [title="Status: waiting"]')).to_have_count(0)
        expect(frame.get_by_text("ERROR", exact=True)).to_have_count(0)

    def nodes(self) -> list[tuple[str, str]]:
        """Colour and caption of each node in the newest frame's picture."""
        drawn = self.page.get_by_test_id("frame").first.locator("g.node")
        expect(drawn.first).to_be_visible()
        return [(colour, caption) for colour, caption in drawn.evaluate_all(NODES)]

    def note(self, request: Request) -> None:
        """Remember a request to another host: refused by the page's content policy, or gone out."""
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            (self.refused if request.failure == "csp" else self.left).add(request.url)


@contextmanager
def visit(profile: Path) -> Iterator[Visit]:
    """A new Chromium with an empty profile."""
    executable = chromium()
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=executable, headless=True, args=list(OPTIONS), viewport={"width": 1500, "height": 1000}
        )
        expect.set_options(timeout=PATIENCE)
        found = Visit(context.new_page())
        found.page.set_default_timeout(PATIENCE)
        found.page.on("requestfailed", found.note)
        found.page.on("requestfinished", found.note)
        found.page.on("websocket", lambda socket: urlsplit(socket.url).hostname == "127.0.0.1" or found.left.add(socket.url))
        try:
            yield found
        finally:
            context.close()
