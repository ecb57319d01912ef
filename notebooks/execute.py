"""Runs all notebooks, or those that are named, against the graph at CONNECTARIUM_BOLT:

    python execute.py OUT [NOTEBOOK…]

What they show goes into OUT, the notebooks themselves stay as they are. Fails if one fails, draws no figure or says no result.
"""

import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HERE = Path(__file__).parent


def run(notebook: Path, out: Path) -> str:
    """Executes one notebook and gives its result."""
    nb = nbformat.read(notebook, as_version=4)
    for cell in nb.cells:
        if cell.get("outputs"):
            sys.exit(f"{notebook.name} has outputs; clear them before it is committed")
    NotebookClient(
        nb,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": HERE}},
        extra_arguments=["--IPKernelApp.log_level=40"],
    ).execute()
    nbformat.write(nb, out / notebook.name)
    outputs = [output for cell in nb.cells for output in cell.get("outputs", [])]
    figures = sum("image/png" in output.get("data", {}) for output in outputs)
    results = [line for output in outputs for line in output.get("text", "").splitlines() if line.startswith("Result: ")]
    if not figures or not results:
        sys.exit(f"{notebook.name} shows {figures} figures and {len(results)} results")
    return "\n  ".join(results)


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    chosen = [Path(name) for name in sys.argv[2:]] or sorted(HERE.glob("*.ipynb"))
    for notebook in chosen:
        started = time.monotonic()
        try:
            result = run(notebook, out)
        except CellExecutionError as failure:
            sys.exit(f"{notebook.name} failed:\n{failure}")
        print(f"{notebook.name} ({time.monotonic() - started:.0f} s)\n  {result}", flush=True)


main()
