"""What notebooks show of a graph, a person and candidates: tables and pictures, below the cell that ends in one.

May import: the questions, what pages are made of, and plots.
"""
