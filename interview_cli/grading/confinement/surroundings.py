"""What a host, a reader or a solution may know of the environment. Standard library only."""

from __future__ import annotations

import sys
from collections.abc import Mapping

KEPT_VARIABLES = (
    "PATH",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "CUDA_VISIBLE_DEVICES",
    "SYSTEMROOT",
    "TMPDIR",
    "VIRTUAL_ENV",
)


HUGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1", "PYTHONMALLOC": "malloc"} if sys.platform == "linux" else {}
"""Where the C library gets memory in pages of 2 MB, and Python gets its own from there, a fork of a process that has
imported torch costs a third: it copies a table of pages."""


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What the host and a solution may know of the environment: nothing that could be a secret."""
    kept = {name: environment[name] for name in KEPT_VARIABLES if name in environment}
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    fixed = {"USER": "candidate", "LOGNAME": "candidate", "TORCHINDUCTOR_CACHE_DIR": "/tmp", "PYTHONNOUSERSITE": "1"}
    fixed |= {"MPLBACKEND": "Agg", "MPLCONFIGDIR": "/tmp"}  # plots are drawn nowhere, and nothing is kept of them
    fixed["TORCHDYNAMO_DISABLE"] = (
        "1"  # a compiler runs processes and writes files: what is compiled is run as it stands
    )
    fixed["HOME"] = "/nonexistent"  # libraries ask where it is, and fail where no answer is to be had
    return {**kept, **single, **fixed, **HUGE_PAGES}
