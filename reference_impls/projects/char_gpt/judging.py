"""How the character-level GPT is judged.

Public: `Vocabulary`, `split`, `get_batch` (data); `Config`, `CausalSelfAttention` with qkv and proj, `Block`, `GPT` with
blocks, head and block_size (model); `generate` (sample); `lr_at`, `train_step`, `evaluate`, `train`, PEAK_LR, WARMUP (train).
"""

from __future__ import annotations

import itertools
import math
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from reference_impls.problem import expect, expect_close, expect_frequency
from reference_impls.projects.running import Check, Project, with_constant

LOSS_REACHED = 0.65
VOCABULARY = 11


def small_model(project: Project) -> Any:
    """A GPT with two blocks, in evaluation mode, with weights large enough that every part of it matters."""
    model = project.module("model")
    torch.manual_seed(3)
    built = model.GPT(model.Config(VOCABULARY, block_size=8, n_layer=2, n_head=2, d_model=12)).eval()
    for block in built.blocks:
        block.eval()
    with torch.no_grad():
        for parameter in every_parameter(built):
            parameter.add_(0.3 * torch.randn_like(parameter))
    return built


def every_parameter(gpt: Any) -> list[nn.Parameter]:
    """The parameters of all modules that the model holds, listed or not."""
    found = {id(p): p for part in (gpt, *gpt.blocks) for p in part.parameters()}
    return list(found.values())


def targets_are_the_next_characters(project: Project) -> None:
    x, y = project.module("data").get_batch(torch.arange(100), 64, 8, torch.Generator().manual_seed(0))
    expect(x.shape == y.shape == (64, 8), "x and y must have the shape (batch_size, length)")
    expect(bool((x[:, 1:] == x[:, :-1] + 1).all()), "x is no window of the text")
    expect(bool((y == x + 1).all()), "y[:, t] is not the character that follows x[:, t]")


def the_split_keeps_the_texts_apart(project: Project) -> None:
    training, validation = project.module("data").split(torch.arange(100))
    shared = set(training.tolist()) & set(validation.tolist())
    expect(not shared, f"{len(shared)} of {len(validation)} characters for validation are trained on")
    expect(len(training) >= 80 and len(validation) >= 5, "training or validation has too few characters")


def no_position_sees_a_later_one(project: Project) -> None:
    gpt = small_model(project)
    tokens = torch.randint(VOCABULARY, (2, 8))
    before = gpt(tokens)
    for t in range(7):
        changed = tokens.clone()
        changed[:, t + 1 :] = (changed[:, t + 1 :] + 1) % VOCABULARY
        expect_close(gpt(changed)[:, : t + 1], before[:, : t + 1], f"logits up to {t} change with later tokens")


def attention_agrees_with_the_formula(project: Project) -> None:
    model = project.module("model")
    attention = model.CausalSelfAttention(model.Config(VOCABULARY, n_head=2, d_model=12)).eval()
    nn.init.normal_(attention.qkv.weight)
    x = torch.randn(3, 5, 12)
    q, k, v = (part.view(3, 5, 2, 6).transpose(1, 2) for part in attention.qkv(x).chunk(3, dim=-1))
    mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
    wanted = attention.proj(mixed.transpose(1, 2).reshape(3, 5, 12))
    expect_close(attention(x), wanted, "attention differs from softmax(QKᵀ/√d + mask) V per head")


def attention_of(project: Project, n_head: int) -> Any:
    """Attention of width 12 whose scores are all equal: queries and keys are zero."""
    model = project.module("model")
    attention = model.CausalSelfAttention(model.Config(VOCABULARY, n_head=n_head, d_model=12)).eval()
    with torch.no_grad():
        attention.qkv.weight[:24] = 0
        attention.qkv.bias[:24] = 0
    return attention


def later_values_are_out_of_reach(project: Project) -> None:
    attention, x = attention_of(project, n_head=1), torch.randn(2, 5, 12)
    changed = x.clone()
    changed[:, 3:] += 1.0
    expect_close(attention(changed)[:, :3], attention(x)[:, :3].detach(), "values of later positions are mixed in")


def weights_sum_to_one(project: Project) -> None:
    attention = attention_of(project, n_head=1)
    with torch.no_grad():
        attention.qkv.weight.zero_()
        attention.qkv.bias[24:] = 1.0
    wanted = attention.proj(torch.ones(12)).detach().expand(1, 5, 12)
    expect_close(attention(torch.randn(1, 5, 12)), wanted, "equal values come back changed: weights do not sum to one")


def heads_keep_their_positions(project: Project) -> None:
    attention, x = attention_of(project, n_head=3), torch.randn(2, 5, 12)
    values = attention.qkv(x)[..., 24:]
    wanted = attention.proj(values.mean(dim=1)).detach()
    expect_close(attention(x)[:, -1], wanted, "with equal scores, the last position is not the mean of all values")


def a_block_adds_to_its_input(project: Project) -> None:
    gpt = small_model(project)
    block, x = gpt.blocks[0], torch.randn(2, 5, 12)
    x_mid = x + block.attention(block.norm1(x))
    expect_close(
        block(x), x_mid + block.mlp(block.norm2(x_mid)), "a block is not x + attention(norm x), then + mlp(norm x)"
    )


def positions_matter(project: Project) -> None:
    gpt = small_model(project)
    logits = gpt(torch.full((1, 8), 3)).detach()[0]
    closest = min(float((logits[s] - logits[t]).abs().max()) for s, t in itertools.combinations(range(8), 2))
    expect(closest > 1e-3, "equal tokens at different positions get equal logits")
    inputs, firsts, tokens = list[Tensor](), list[Tensor](), torch.randint(VOCABULARY, (2, 8))
    gpt.blocks[0].register_forward_pre_hook(lambda module, args: inputs.append(args[0].detach()))
    for length in (8, 5):
        inputs.clear()
        gpt(tokens[:, :length])
        firsts += inputs[:1]
    for whole, part in itertools.pairwise(firsts):
        expect_close(part, whole[:, :5], "what the first block gets of 5 tokens changes when others follow")


def the_model_returns_logits(project: Project) -> None:
    gpt, seen = small_model(project), list[Tensor]()
    gpt.head.register_forward_hook(lambda module, args, output: seen.append(output.detach()))
    returned = gpt(torch.randint(VOCABULARY, (2, 8)))
    expect_close(
        returned.log_softmax(dim=-1),  # which is what a loss sees, also of log probabilities
        seen[-1].log_softmax(dim=-1),
        "GPT does not return the logits of its head: something is applied to them",
    )


def every_parameter_is_trained(project: Project) -> None:
    gpt = small_model(project)
    listed = {id(p) for p in gpt.parameters()}
    missing = sum(p.numel() for p in every_parameter(gpt) if id(p) not in listed)
    expect(missing == 0, f"{missing} weights are not among model.parameters(), so no optimizer gets them")
    expect(len(gpt.blocks) == 2, f"a GPT of 2 layers has {len(gpt.blocks)} block")
    shared = {id(p) for p in gpt.blocks[0].parameters()} & {id(p) for p in gpt.blocks[1].parameters()}
    expect(not shared, "the blocks are one block, whose weights all layers share")


def a_step_uses_its_own_gradient(project: Project) -> None:
    train, gpt = project.module("train"), small_model(project)
    optimizer = torch.optim.SGD(every_parameter(gpt), lr=0.1)
    weights = list(gpt.parameters())
    for number in (1, 2):
        x, y = torch.randint(VOCABULARY, (2, 2, 8))
        gradients = torch.autograd.grad(F.cross_entropy(gpt(x).transpose(1, 2), y), weights)
        size = math.sqrt(sum(float(g.pow(2).sum()) for g in gradients))
        wanted = [w.detach() - 0.1 * min(1.0, 1.0 / (size + 1e-6)) * g for w, g in zip(weights, gradients, strict=True)]
        train.train_step(gpt, optimizer, x, y)
        for weight, want in zip(weights, wanted, strict=True):
            expect_close(
                weight.detach(), want, f"step {number} is not along the gradient of its own batch, clipped to 1"
            )


def the_learning_rate_follows_its_schedule(project: Project) -> None:
    train, steps = project.module("train"), 22
    with with_constant(train, "BATCH_SIZE", 1):
        _, rows = train.train(steps=steps)
    for row in rows:
        step, start = int(row["step"]), train.WARMUP
        progress = (step - start) / (steps - start)
        cosine = 0.1 + 0.45 * (1 + math.cos(math.pi * progress))
        wanted = train.PEAK_LR * ((step + 1) / start if step < start else cosine)
        expect_close(row["lr"], wanted, f"learning rate of step {step} of {steps}", rtol=1e-3, atol=1e-9)


def evaluation_runs_without_dropout(project: Project) -> None:
    train, modes = project.module("train"), list[bool]()
    gpt = small_model(project).train()
    gpt.register_forward_hook(lambda module, args, output: modes.append(module.training))
    tokens = torch.randint(VOCABULARY, (200,))
    first, again = (train.evaluate(gpt, tokens, batches=2) for _ in range(2))
    expect(bool(modes) and not any(modes), "evaluate calls the model in training mode")
    expect(first == again, "evaluate gives another value the second time")
    expect(gpt.training, "the model is not in training mode after evaluate")


class OneContext(nn.Module):
    """A model that remembers what it was given; token 2 is ten times as likely as each other one after a 1."""

    block_size = 4

    def __init__(self) -> None:
        super().__init__()
        self.contexts: list[Tensor] = []

    def forward(self, tokens: Tensor) -> Tensor:
        self.contexts.append(tokens.clone())
        logits = torch.zeros(*tokens.shape, 5)
        logits[..., 2] = torch.where(tokens == 1, math.log(10.0), -3.0)
        return logits


def sampling_follows_the_last_position(project: Project) -> None:
    rows, model = 3000, OneContext()
    tokens = torch.tensor([[2, 1]]).repeat(rows, 1)
    out = project.module("sample").generate(model, tokens, 1, 2.0, torch.Generator().manual_seed(0))
    expect(out.shape == (rows, 3), f"generate returns the shape {tuple(out.shape)}, expected {(rows, 3)}")
    chance = math.sqrt(10) / (math.sqrt(10) + 4)
    expect_frequency(
        int((out[:, 2] == 2).sum()), rows, chance, "share of a token ten times as likely, at temperature 2"
    )


def sampling_reads_the_latest_tokens(project: Project) -> None:
    model = OneContext()
    out = project.module("sample").generate(
        model, torch.tensor([[0, 1, 2, 3]]), 5, 1.0, torch.Generator().manual_seed(0)
    )
    for number, context in enumerate(model.contexts):
        expect_close(context, out[:, number : number + 4], f"context of new token {number + 1}: not the last 4 tokens")


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)["val"]
    expect(reached < LOSS_REACHED, f"validation loss {reached:.3f} after training, expected below {LOSS_REACHED}")


CHECKS = (
    Check("targets are the next characters", targets_are_the_next_characters),
    Check("the split keeps the texts apart", the_split_keeps_the_texts_apart),
    Check("no position sees a later one", no_position_sees_a_later_one),
    Check("values of later positions are out of reach", later_values_are_out_of_reach),
    Check("attention weights sum to one", weights_sum_to_one),
    Check("heads keep their positions", heads_keep_their_positions),
    Check("attention agrees with the formula", attention_agrees_with_the_formula),
    Check("a block adds to its input", a_block_adds_to_its_input),
    Check("positions matter", positions_matter),
    Check("the model returns logits", the_model_returns_logits),
    Check("every parameter is trained", every_parameter_is_trained),
    Check("a step uses its own gradient", a_step_uses_its_own_gradient),
    Check("the learning rate follows its schedule", the_learning_rate_follows_its_schedule),
    Check("evaluation runs without dropout", evaluation_runs_without_dropout),
    Check("sampling follows the last position", sampling_follows_the_last_position),
    Check("sampling reads the latest tokens", sampling_reads_the_latest_tokens),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


def windows(tokens: Tensor, length: int = 32) -> tuple[Tensor, Tensor]:
    """All windows of the text that follow each other: inputs and next characters."""
    rows = (len(tokens) - 1) // length
    return tokens[: rows * length].view(rows, length), tokens[1 : rows * length + 1].view(rows, length)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: `loss` and `val` as its log ends, `actual` as we find it on text never trained on, words that exist in samples."""
    data, train, sample = (project.module(name) for name in ("data", "train", "sample"))
    with torch.enable_grad():
        gpt, rows = train.train(seed=seed)
    vocabulary = data.Vocabulary(data.make_text())
    gpt.eval()
    x, y = windows(vocabulary.encode(data.make_text(100, seed=99)))
    start = vocabulary.encode("the cat sees a red house")[None].repeat(8, 1)
    written = sample.generate(gpt, start, 80, 0.5, torch.Generator().manual_seed(1))
    words = " ".join(vocabulary.decode(row[24:])[1:-10] for row in written).replace(".", " ").split()
    known = set(data.make_text(300, seed=5).replace(".", " ").split())
    return {
        "loss": rows[-1]["loss"],
        "val": rows[-1]["val"],
        "gap": rows[-1]["val"] - rows[-1]["loss"],
        "actual": F.cross_entropy(gpt(x).transpose(1, 2), y).item(),
        "words": sum(word in known for word in words) / max(1, len(words)),
    }
