"""What the server is started with: neo4j.conf and the Java arguments."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from graph.errors import ParameterError
from graph.server.distribution import Distribution
from graph.server.jars import LINES
from graph.server.memory import Memory

HOST = "127.0.0.1"

SETTINGS_VARIABLE = "SCHOLARGRAPH_NEO4J_SETTINGS"

OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")

_COLLECTOR = re.compile(r"-XX:\+Use\w+GC")


def server_settings(line: str, bolt_port: int, http_port: int, page_cache: str) -> dict[str, str]:
    """The lines of neo4j.conf (https://neo4j.com/docs/operations-manual/current/configuration/configuration-settings/).

    The server is reached from this machine only, sends nothing anywhere, and a query cannot read files or web addresses through
    it.
    """
    bolt, http = f"{HOST}:{bolt_port}", f"{HOST}:{http_port}"
    settings = {
        "server.default_listen_address": HOST,
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.listen_address": http,
        "server.http.advertised_address": http,
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "server.bolt.telemetry.enabled": "false",
        "browser.remote_content_hostname_whitelist": "",
        "dbms.security.http_access_control_allow_origin": f"http://{http}",
        "dbms.security.http_static_content_security_policy_header": _content_policy(),
        # Without a folder of its own, LOAD CSV reads any file of the machine, in a read transaction too.
        "server.directories.import": "import",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        "server.memory.pagecache.size": page_cache,
        # Queries carry people's names: they are not kept in a log.
        "db.logs.query.enabled": "OFF",
        # An empty graph would take half a gigabyte otherwise.
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.retention_policy": "1 files",
        # A query would be planned anew for each size that one of its lists has, by powers of ten, and so for every combination of
        # several lists: seconds in which a small load waits.
        "internal.cypher.use_parameter_size": "false",
        # A query would be planned once more when it runs for the eleventh time, to have its expressions compiled, which only the
        # Enterprise edition can do.
        "internal.cypher.expression_engine": "INTERPRETED",
        # A stop would wait ten seconds for connections otherwise.
        "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
        "internal.server.bolt.connection_shutdown_wait_time": "0s",
    }
    if line != "5.26":
        settings |= {
            "server.fleet_discovery.enabled": "false",
            "dbms.fleet_manager.enabled": "false",
            "server.http.x_forward.enabled": "false",
        }
    return settings


def asked_settings() -> dict[str, str]:
    """Further lines of neo4j.conf that the environment asks for: `name=value`, blanks between them. Raises ParameterError for
    what is no such pair, and for a setting that a local server depends on."""
    own = {name for line in LINES for name in server_settings(line, 0, 0, "")}
    asked: dict[str, str] = {}
    for pair in os.environ.get(SETTINGS_VARIABLE, "").split():
        name, equals, value = pair.partition("=")
        if not (name and equals and value):
            raise ParameterError(f"{SETTINGS_VARIABLE}: {pair!r} is no setting; write name=value, with blanks between several")
        if name in own:
            raise ParameterError(f"{SETTINGS_VARIABLE}: {name} is scholargraph's own to set; leave it out")
        asked[name] = value
    return asked


def _content_policy() -> str:
    """What Neo4j Browser's page may load and reach: this machine only."""
    local = " ".join(f"{scheme}://{host}:*" for scheme in ("ws", "http") for host in (HOST, "localhost"))
    return (
        "default-src 'self'; script-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
        f"base-uri 'none'; object-src 'none'; frame-ancestors 'none'; connect-src 'self' {local}"
    )


def configuration_text(settings: dict[str, str]) -> str:
    """neo4j.conf as text."""
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def java_arguments(distribution: Distribution, memory: Memory, home: Path, asked: Iterable[str] = ()) -> list[str]:
    """Everything after `java`, without the options of the AOT cache and those `asked` for."""
    # Java would choose by the machine; where two collectors are named, it does not start.
    collector = [] if any(_COLLECTOR.fullmatch(option) for option in asked) else ["-XX:+UseG1GC"]
    return [
        f"-Xmx{memory.heap}",
        *collector,
        f"-XX:ErrorFile={home / 'logs' / 'java-crash.log'}",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dfile.encoding=UTF-8",
        "-cp",
        os.pathsep.join(str(jar) for jar in distribution.jars),
        distribution.main_class,
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]


def argument_file(arguments: list[str]) -> str:
    """The arguments as the text of a Java argument file (https://docs.oracle.com/en/java/javase/25/docs/specs/man/java.html)."""
    return "".join('"' + argument.replace("\\", "\\\\").replace('"', '\\"') + '"\n' for argument in arguments)
