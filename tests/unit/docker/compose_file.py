"""docker/compose.yml as Docker Compose reads it, and the settings that the Neo4j image makes of it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

DOCKER = Path(__file__).resolve().parents[3] / "docker"
COMPOSE_FILE = DOCKER / "compose.yml"
PASSWORD = {"NEO4J_PASSWORD": "only-for-tests"}
VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?:(?P<operator>:[-+?])(?P<word>[^}]*))?\}")
NO_SETTINGS = {"NEO4J_AUTH", "NEO4J_PLUGINS", "NEO4J_EDITION", "NEO4J_HOME", "NEO4J_DEBUG", "NEO4J_ACCEPT_LICENSE_AGREEMENT"}
"""What the image does not take for settings, as its docker-entrypoint.sh lists it."""


class VariableNotSetError(Exception):
    """A variable that the file requires has no value."""


def compose(environment: Mapping[str, str]) -> dict[str, Any]:
    """The compose file with its variables filled in from `environment`.

    Syntax: https://docs.docker.com/reference/compose-file/interpolation/. Raises VariableNotSetError with the file's own words.
    """
    content = YAML(typ="safe").load(COMPOSE_FILE.read_text(encoding="utf-8"))
    filled = _filled(content, environment)
    assert isinstance(filled, dict)
    return filled


def _filled(value: object, environment: Mapping[str, str]) -> object:
    if isinstance(value, dict):
        return {key: _filled(item, environment) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, environment) for item in value]
    return VARIABLE.sub(lambda found: _replacement(found, environment), value) if isinstance(value, str) else value


def _replacement(found: re.Match[str], environment: Mapping[str, str]) -> str:
    value = environment.get(found["name"], "")
    match found["operator"]:
        case ":-":
            return value or found["word"]
        case ":+":
            return found["word"] if value else ""
        case ":?" if not value:
            raise VariableNotSetError(found["word"])
    return value


def neo4j_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The lines of neo4j.conf that the image makes of the compose file's environment.

    The rule: https://neo4j.com/docs/operations-manual/current/docker/ref-settings/. "NEO4J_" goes, "_" becomes ".", "__" becomes
    "_", and what is empty is left out.
    """
    given: dict[str, str] = compose(environment)["services"]["neo4j"]["environment"]
    return {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in given.items()
        if name not in NO_SETTINGS and value
    }
