"""Gold and found of one page side by side, and what kinds of mistakes they show: a module for each scorer."""
