"""What a user's script calls its own classes does not matter to the model."""

import subprocess
import sys

SCRIPT = """
from dataclasses import dataclass

@dataclass
class Document:
    title: str

Author = Paper = Topic = Venue = Institution = Document

def later():
    from graph.schema import nodes
    print(sorted({pattern.start for pattern in nodes.patterns()}))

later()
"""


def test_classes_of_a_script_that_are_called_like_ours_are_not_taken_for_ours() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("['Author', 'Document', 'Paper', 'Phrase', 'Topic']", "")
