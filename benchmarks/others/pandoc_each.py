"""The same report through pandoc: the Markdown that `kmut render` gives becomes a Word file, one call for each.

Run with ``python pandoc_each.py PANDOC LIST OUT``. The Markdown lies ready; reading the YAML is not part of this.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    pandoc, names, folder = sys.argv[1:]
    for number, name in enumerate(Path(names).read_text(encoding="utf-8").splitlines()):
        out = Path(folder, f"{number}.docx")
        subprocess.run([pandoc, "--from=markdown", "--to=docx", f"--output={out}", name], check=True)
