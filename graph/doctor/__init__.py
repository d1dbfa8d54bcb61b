"""Whether everything that scholargraph needs is in order, and what to do where it is not."""

from graph.doctor.check import Check
from graph.doctor.examination import examine_folder, examine_server

__all__ = ["Check", "examine_folder", "examine_server"]
