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
LOSS = "return F.cross_entropy(logits.float(), labels)"
AVERAGED = "    optimizer.step()\n    ema.update(model)\n"
CLIPPED = "    nn.utils.clip_grad_norm_(model.parameters(), 1.0)\n"
SUMMED = "        loss = loss_of(model, pictures, labels) / len(batches)\n        loss.backward()\n"
ALL_WEIGHTS = "torch.optim.AdamW(model.parameters(), lr=PEAK_LR, weight_decay=0.01)"
OWN_MEANINGS = "torch.randperm(len(MEANINGS), generator=generator)[:size]"
GROUPS = '[{"params": towers, "weight_decay": 0.01}, {"params": [model.log_scale], "weight_decay": 0.0}]'
BLOCKS = "nn.ModuleList([Block(config) for _ in range(config.n_layer)])"
RANDOM = "nn.init.kaiming_uniform_(self.down, a=math.sqrt(5))"
ADAPTERS = "torch.optim.Adam(adapters, lr=LR)"

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
    ("vit", "train.py", LOSS, "return F.cross_entropy(logits, labels).float()", "the loss is in float32"),
    ("vit", "train.py", AVERAGED, f"    ema.update(model)\n{AVERAGED}", "the average follows the step"),
    (
        "vit",
        "train.py",
        SUMMED,
        "        loss = loss_of(model, pictures, labels)\n        (loss / len(batches)).backward()\n",
        "the loss of a step is the mean",
    ),
    (
        "vit",
        "train.py",
        CLIPPED,
        "    for weight in model.parameters():\n        nn.utils.clip_grad_norm_(weight, 1.0)\n",
        "the sum is clipped",
    ),
    ("vit", "model.py", "dim=1) + self.positions", "dim=1) + self.positions.detach()", "positions matter"),
    ("vit", "model.py", "dim=1) + self.positions", "dim=1) * self.positions", "positions matter"),
    (
        "vit",
        "train.py",
        ALL_WEIGHTS,
        'torch.optim.AdamW([{"params": [p]} for p in model.parameters()], lr=PEAK_LR)',
        "the learning rate follows its schedule",
    ),
    ("clip-pairs", "data.py", OWN_MEANINGS, "torch.randperm(len(MEANINGS))[:size]", "no two pairs mean the same"),
    ("clip-pairs", "data.py", OWN_MEANINGS, "torch.randperm(size, generator=generator)", "no two pairs mean the same"),
    ("clip-pairs", "train.py", GROUPS, "model.parameters()", "the optimizer holds everything"),
    ("char-gpt", "model.py", BLOCKS, "nn.ModuleList([Block(config)] * config.n_layer)", "every parameter is trained"),
    ("char-gpt", "model.py", BLOCKS, "nn.ModuleList([Block(config)])", "every parameter is trained"),
    ("char-gpt", "model.py", "embedding(positions)", "embedding(positions.flip(0))", "positions matter"),
    ("lora", "lora.py", RANDOM, "nn.init.ones_(self.down)", "fresh adapters can learn"),
    ("lora", "train.py", ADAPTERS, "torch.optim.Adam(adapters[-2:], lr=LR)", "training moves the adapters"),
    ("lora", "train.py", ADAPTERS, "torch.optim.Adam(adapters[1::2], lr=LR)", "training moves the adapters"),
    ("lora", "train.py", "model.train(was_training)", "model.train()", "accuracy is measured without dropout"),
    ("clip-pairs", "model.py", PIXELS, "(pixels - 128).float() / 255", "small changes of pixels are seen"),
)
RIGHT = (
    ("grpo", "train.py", COPIED, "reference = Policy()\n    reference.load_state_dict(policy.state_dict())"),
    ("grpo", "train.py", "lr=LR", "lr=1e-2"),
    ("kv-cache", "train.py", "slice(PROMPT - 1, None)", "slice(-ANSWER, None)"),
    ("clip-pairs", "model.py", PIXELS, "pixels / 127.5 - 1"),
    ("vae-squares", "train.py", "min(1.0, step / WARMUP)", "min((step + 1) / WARMUP, 1.0)"),
    ("char-gpt", "model.py", LOGITS, f"{LOGITS}.log_softmax(dim=-1)"),
    ("vit", "train.py", "logits = model(pictures)", "logits = model(pictures).float()"),
    ("vit", "model.py", "x], dim=1) + self.positions", "x + self.positions[:, 1:]], dim=1)"),
    ("clip-pairs", "data.py", OWN_MEANINGS, "torch.randperm(32, generator=generator)[-size:]"),
    ("char-gpt", "model.py", BLOCKS, "nn.Sequential(*[Block(config) for _ in range(config.n_layer)])"),
    ("lora", "lora.py", RANDOM, "nn.init.normal_(self.down, std=0.02)"),
    ("lora", "train.py", ADAPTERS, "torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=LR)"),
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
