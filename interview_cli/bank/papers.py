"""Reads papers: the user's own from the home, and examples that come with the bank; imports the domain and the bank."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from interview_cli.bank.complaints import complaints, describe
from interview_cli.bank.fault import Fault, spelled
from interview_cli.bank.packages import package_folder
from interview_cli.bank.yaml_file import read_yaml
from interview_cli.domain.rounds.paper import Paper

TEMPLATE = """\
# {id}: what an interviewer asks about. Fill in what is in quotes; add entries as you need them.
id: {id}
title: ""
source: ""                    # where it appeared
problem: ""                   # one sentence: what could not be done
claim: ""                     # one sentence: what you claim, with its condition
loss:
  formula: ""                 # LaTeX between dollars
  steps:                      # from the assumptions to it, each with its approximation
  - ""
ablations:
- {{component: "", purpose: "", without: ""}}
limits:
- ""
# Also, where you have them:
# changes:
# - {{if: "the resolution doubles", then: "..."}}
# numbers:
# - {{what: "FID at 256x256", value: "..."}}
# concepts: [s11-rf-loss]     # what an interviewer would reach from here: `interview bank list`
"""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One file: its paper, None where it has faults."""

    path: Path
    paper: Paper | None
    faults: tuple[str, ...]


def example_papers() -> Path:
    """The folder of the examples."""
    return package_folder("question_bank") / "papers" / "examples"


def read_papers(folder: Path) -> tuple[PaperFile, ...]:
    """All papers of a folder by name; none where it is absent."""
    return tuple(read_paper(path) for path in sorted(folder.glob("*.yaml")) if path.is_file())


def read_paper(path: Path) -> PaperFile:
    """One file; what is wrong with it is in its faults, never an exception."""
    file = read_yaml(str(path))
    faults = list(file.faults)
    if not faults and not isinstance(file.value, dict):
        faults.append(file.fault((), "file", f"is {describe(file.value)}, not a mapping", "begin with `id:`"))
    if not faults:
        found = complaints(Paper, file.value)
        faults = [file.fault(each.where, spelled(each.where), each.what, each.remedy) for each in found]
    if not faults and file.value["id"] != path.stem:
        faults.append(
            Fault(
                str(path),
                1,
                "id",
                f"is {file.value['id']}, but the file is named {path.stem}",
                "give both the same name",
            )
        )
    if faults:
        return PaperFile(path, None, tuple(str(fault) for fault in faults))
    return PaperFile(path, Paper.model_validate(file.value), ())
