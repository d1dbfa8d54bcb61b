"""Plots of the questions' answers: courses over years, what rises and fades, who worked with whom and when.

May import: the questions. Needs the extra "plots" (Altair, and what turns its charts into pictures without asking the network).
"""

from graph.plots.plot import Plot
from graph.plots.plots import Plots

__all__ = ["Plot", "Plots"]
