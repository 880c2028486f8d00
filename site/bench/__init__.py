"""How fast the site is, beside what nothing of its kind can beat on the same machine.

Absolute figures say more of the machine than of the site, so everything is measured in
turn with a floor (A B A B …) in one run, and told as the median of the ratios with its
spread. ``./run bench`` does it all and writes docs/performance.md.
"""
