"""Opens a file only if it is the one a script was written for."""

import hashlib
import sys
from pathlib import Path


def pinned(sha256: str) -> Path:
    """The file named on the command line; ends the program where its hash is another."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: python {sys.argv[0]} FILE")
    path = Path(sys.argv[1])
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"{path} has sha256 {found}; this script was written for {sha256}")
    return path
