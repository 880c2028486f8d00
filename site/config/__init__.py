"""How the site is put together: settings, addresses, roles, the server's door."""

import sys
from pathlib import Path

# Servers that are told of site/ alone would otherwise miss the three wings.
_ROOT = str(Path(__file__).resolve().parents[2])
if _ROOT not in sys.path:
    sys.path.insert(0, _ROOT)
