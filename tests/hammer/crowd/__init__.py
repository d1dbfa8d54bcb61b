"""Many at one graph at once: loaders, reviewers, comparisons of names, readers; and what must hold during and after it."""
