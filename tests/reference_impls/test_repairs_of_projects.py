"""Repairs that are nearly right, and right ones in another style: what a project's checks make of them.

The mistakes of `slips.yaml` are what is planted; these are what somebody writes in the place of one.
"""

from __future__ import annotations

import pytest

from reference_impls.projects import index
from reference_impls.projects.running import Project, checks_of, failing, quiet

RESET = "    for cache in caches:\n        cache.reset()\n"
COPIED = "reference = copy.deepcopy(policy)"
NOISE = "noise = torch.randn(x1.shape, generator=generator)"
OWN_NOISE = "every point has its own noise"
PENALTY = "the penalty holds the policy"
PIXELS = "pixels.float() / 255 - 0.5"
LOGITS = "return self.head(self.norm(x))"

NEARLY = (
    ("grpo", "train.py", COPIED, "reference = Policy()", "the reference stays behind"),
    ("dpo", "train.py", COPIED, "reference = Policy()", "the reference stays behind"),
    ("kv-cache", "train.py", "slice(PROMPT - 1, None)", "slice(PROMPT, None)", "the prompt is not trained on"),
    ("kv-cache", "decode.py", RESET, "    caches[0].reset()\n", "a new prompt starts afresh"),
    (
        "guided-flow",
        "flow.py",
        NOISE,
        "noise = torch.randn(len(x1), 1, generator=generator).expand(x1.shape)",
        OWN_NOISE,
    ),
    (
        "guided-flow",
        "flow.py",
        NOISE,
        "noise = torch.randn(x1.shape, generator=torch.Generator().manual_seed(0))",
        OWN_NOISE,
    ),
    ("grpo", "grpo.py", "kl_estimate(new, reference)).mean", "kl_estimate(new.detach(), reference)).mean", PENALTY),
    ("pipeline", "pipeline.py", "table[:, :-1], table", "table[:, :-2], table", "the label is no feature"),
    ("clip-pairs", "model.py", PIXELS, "(pixels - 128).float() / 255", "small changes of pixels are seen"),
)
RIGHT = (
    ("grpo", "train.py", COPIED, "reference = Policy()\n    reference.load_state_dict(policy.state_dict())"),
    ("grpo", "train.py", "lr=LR", "lr=1e-2"),
    ("kv-cache", "train.py", "slice(PROMPT - 1, None)", "slice(-ANSWER, None)"),
    ("clip-pairs", "model.py", PIXELS, "pixels / 127.5 - 1"),
    ("vae-squares", "train.py", "min(1.0, step / WARMUP)", "min((step + 1) / WARMUP, 1.0)"),
    ("char-gpt", "model.py", LOGITS, f"{LOGITS}.log_softmax(dim=-1)"),
    ("kv-cache", "decode.py", RESET, "    [cache.reset() for cache in caches]\n"),
)


def found(name: str, file: str, replaced: str, written: str) -> dict[str, str]:
    """Why the quick checks fail of a project in which this is written in the place of that."""
    sources = dict(index.sources(name))
    assert sources[file].count(replaced) == 1
    sources[file] = sources[file].replace(replaced, written)
    with quiet(seed=0):
        project = Project(sources)
    return failing(project, [check for check in checks_of(name) if not check.trains])


@pytest.mark.parametrize(("name", "file", "replaced", "written", "check"), NEARLY)
def test_a_repair_that_is_nearly_right_is_none(name: str, file: str, replaced: str, written: str, check: str) -> None:
    assert list(found(name, file, replaced, written)) == [check]


@pytest.mark.parametrize(("name", "file", "replaced", "written"), RIGHT)
def test_a_right_repair_is_taken_in_another_style(name: str, file: str, replaced: str, written: str) -> None:
    assert found(name, file, replaced, written) == {}
