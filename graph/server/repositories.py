"""Which Maven repositories the user's machine fetches from: jgo's settings, Maven's mirrors, else Maven's central repository."""

import os
from pathlib import Path
from xml.etree import ElementTree

from jgo.config import GlobalSettings
from jgo.maven import MavenContext


def maven_context() -> MavenContext:
    """jgo's Maven context: the repositories of jgo's settings, then the central one or its mirror; the local one to read from.

    Proxies and certificates are those of the `requests` library: HTTPS_PROXY, NO_PROXY, REQUESTS_CA_BUNDLE.
    """
    settings = GlobalSettings.load()
    remotes = dict(settings.repositories)
    for name, url in MavenContext().remote_repos.items():
        remotes.setdefault(name, _mirror() or url)
    return MavenContext(
        local_repos=[settings.repo_cache],
        remote_repos={name: url.rstrip("/") for name, url in remotes.items()},
        timeout=30,
    )


def _mirror() -> str | None:
    """The mirror of the central repository that Maven's own settings name.

    Format: https://maven.apache.org/guides/mini/guide-mirror-settings.html
    """
    path = Path(os.environ.get("MAVEN_SETTINGS") or Path.home() / ".m2" / "settings.xml")
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314 - the user's own file
    except (OSError, ElementTree.ParseError):
        return None
    for mirror in root.iterfind("./{*}mirrors/{*}mirror"):
        patterns = (mirror.findtext("{*}mirrorOf") or "").replace(" ", "").split(",")
        url = (mirror.findtext("{*}url") or "").strip()
        if url and {"*", "central", "external:*"} & set(patterns) and "!central" not in patterns:
            return url
    return None
