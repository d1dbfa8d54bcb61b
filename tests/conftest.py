"""How processes share the tests: those of one server stay in one process, those of a file without a server as well."""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from graph.server import LINES

SERVERS = frozenset({*LINES, "NEO4J_URI", "container"})
"""The parameters by which tests name the server that they run on. `tests/integration/conftest.py` starts it, once a process."""


class ByServer(LoadScopeScheduling):
    """Gives out the largest groups first. Unit tests are groups of one."""

    def _split_scope(self, nodeid: str) -> str:
        path, _, test = nodeid.partition("::")
        if not path.startswith("tests/integration/"):
            return nodeid
        parameters = test.partition("[")[2].rstrip("]").split("-")
        return next((parameter for parameter in parameters if parameter in SERVERS), path)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByServer:
    return ByServer(config, log)
