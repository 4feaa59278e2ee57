"""Who said what, when, and on what authority: raw news pages in, a cited brief out."""
