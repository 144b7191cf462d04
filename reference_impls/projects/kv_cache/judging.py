"""How the transformer with a key-value cache is judged.

Public: `KVCache` (append, reset), `rotate`, `Attention` with query, key, value and proj, `Transformer` with new_caches and
blocks (model); `generate_full`, `generate_cached`, `largest_gap` (decode); `loss_of`, `train` (train); PROMPT, ANSWER (data).
"""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn

from reference_impls.problem import Broken, expect, expect_close
from reference_impls.projects.running import Check, Project

VOCABULARY = 11


def config(project: Project) -> Any:
    return project.module("model").Config(VOCABULARY, max_length=24, n_layer=2, n_head=4, n_kv_head=2, d_head=6)


def small_model(project: Project) -> Any:
    """A transformer with weights large enough that every part of it matters."""
    torch.manual_seed(3)
    built = project.module("model").Transformer(config(project)).eval()
    with torch.no_grad():
        for parameter in built.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    return built


def attention_of(project: Project) -> Any:
    """An attention layer with large weights, and its own cache."""
    built = project.module("model").Attention(config(project))
    for part in (built.query, built.key, built.value):
        nn.init.normal_(part.weight, std=0.5)
    return built


def cache_of(project: Project, batch_size: int) -> Any:
    return project.module("model").KVCache(batch_size, 2, 24, 6)


@torch.no_grad()
def in_parts(layer: Any, x: Tensor, cache: Any, sizes: tuple[int, ...]) -> Tensor:
    """What the layer gives for x (B, T, D) in parts of these lengths."""
    parts = torch.split(x, list(sizes), dim=1)
    return torch.cat([layer(part, cache) for part in parts], dim=1)


def the_cache_keeps_all_in_order(project: Project) -> None:
    cache, (keys, values) = cache_of(project, 2), torch.randn(2, 2, 2, 7, 6)
    at = 0
    for size in (3, 1, 1, 2):
        k, v = cache.append(keys[:, :, at : at + size], values[:, :, at : at + size])
        at += size
        expect_close(k, keys[:, :, :at], f"keys in the cache after {at} tokens")
        expect_close(v, values[:, :, :at], f"values in the cache after {at} tokens")


def the_cache_keeps_tokens_one_by_one(project: Project) -> None:
    cache, (keys, values) = cache_of(project, 1), torch.randn(2, 1, 2, 4, 6)
    for t in range(4):
        k, v = cache.append(keys[:, :, t : t + 1], values[:, :, t : t + 1])
        expect_close(k, keys[:, :, : t + 1], f"keys in the cache after {t + 1} single tokens")
        expect_close(v, values[:, :, : t + 1], f"values in the cache after {t + 1} single tokens")


def every_layer_has_its_own_cache(project: Project) -> None:
    caches = small_model(project).new_caches(2)
    expect(len({id(cache) for cache in caches}) == 2, "two layers share a cache")


def rotations_depend_on_distance(project: Project) -> None:
    rotate, (q, k) = project.module("model").rotate, torch.randn(2, 1, 1, 1, 6)

    def product(at_q: int, at_k: int) -> Tensor:
        product: Tensor = (rotate(q, torch.tensor([at_q])) * rotate(k, torch.tensor([at_k]))).sum()
        return product

    expect_close(product(7, 5), product(4, 2), "q·k at positions 7 and 5 is not that at 4 and 2")
    expect(bool((product(7, 5) - product(5, 5)).abs() > 1e-4), "q·k does not depend on the distance")


def attention_agrees_with_the_formula(project: Project) -> None:
    layer, x = attention_of(project), torch.randn(2, 5, 24)
    rotate, positions = project.module("model").rotate, torch.arange(5)
    q = rotate(layer.query(x).view(2, 5, 4, 6).transpose(1, 2), positions)
    k = rotate(layer.key(x).view(2, 5, 2, 6).transpose(1, 2), positions)[:, [0, 0, 1, 1]]
    v = layer.value(x).view(2, 5, 2, 6).transpose(1, 2)[:, [0, 0, 1, 1]]
    scores = (q @ k.transpose(2, 3) / math.sqrt(6)).masked_fill(torch.ones(5, 5).triu(1) > 0, -torch.inf)
    wanted = layer.proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(2, 5, 24)).detach()
    expect_close(layer(x), wanted, "attention without a cache differs from softmax(QKᵀ/√d + mask) V")


def new_tokens_see_all_cached_ones(project: Project) -> None:
    layer, x = attention_of(project), torch.randn(1, 4, 24)
    nn.init.zeros_(layer.query.weight)
    values = layer.value(x).view(1, 4, 2, 6)[:, :, [0, 0, 1, 1]].reshape(1, 4, 24)
    wanted = layer.proj(torch.stack([values[:, : t + 1].mean(dim=1) for t in range(4)], dim=1)).detach()
    seen = in_parts(layer, x, cache_of(project, 1), (2, 1, 1))
    expect_close(seen, wanted, "with equal scores and a cache, a token is not the mean of all values up to it")


def cached_positions_go_on(project: Project) -> None:
    """The rotation is watched: which position does a token get that follows three others?"""
    model, seen = project.module("model"), list[Tensor]()
    own = model.rotate

    def watched(x: Tensor, positions: Tensor) -> Tensor:
        seen.append(torch.as_tensor(positions).flatten())
        rotated: Tensor = own(x, positions)
        return rotated

    model.rotate = watched
    try:
        in_parts(attention_of(project), torch.randn(1, 4, 24), cache_of(project, 1), (3, 1))
    finally:
        model.rotate = own
    expect(bool(seen), "attention does not call rotate")
    expect(int(seen[-1][-1]) == 3, f"the fourth token gets position {int(seen[-1][-1])}, expected 3")


def cached_logits_are_those_of_full_decoding(project: Project) -> None:
    gpt, tokens = small_model(project), torch.randint(VOCABULARY, (2, 9))
    wanted = gpt(tokens).detach()
    for sizes in ((4, 1, 1, 1, 1, 1), (9,), (1,) * 9):
        got = in_parts(gpt, tokens, gpt.new_caches(2), sizes)
        expect_close(got, wanted, f"logits with a cache, tokens in parts of {sizes}", rtol=1e-3, atol=1e-4)


class Counting(nn.Module):
    """A model that says: next comes the number after this one. It remembers what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[Tensor] = []
        self.without_cache = 0

    def forward(self, tokens: Tensor, caches: Any = None) -> Tensor:
        self.given.append(tokens)
        self.without_cache += caches is None
        return torch.nn.functional.one_hot((tokens + 1) % VOCABULARY, VOCABULARY).float()


class NoCache:
    """A cache that only knows whether it was emptied."""

    length = 0
    resets = 0

    def reset(self) -> None:
        self.resets += 1


def the_likeliest_token_is_written(project: Project) -> None:
    start = torch.tensor([[4, 7], [1, 2]])
    wanted = torch.tensor([[4, 7, 8, 9, 10], [1, 2, 3, 4, 5]])
    decode = project.module("decode")
    expect_close(decode.generate_full(Counting(), start, 3), wanted, "generate_full with a model that counts")
    expect_close(
        decode.generate_cached(Counting(), start, 3, [NoCache()]), wanted, "generate_cached with a model that counts"
    )


def each_token_is_processed_once(project: Project) -> None:
    model = Counting()
    written = project.module("decode").generate_cached(model, torch.tensor([[4, 7, 1]]), 4, [NoCache()])
    given = torch.cat(model.given, dim=1)
    expect(given.shape[1] in (6, 7), f"{given.shape[1]} tokens are processed to add 4 to a prompt of 3, expected 6")
    expect_close(given, written[:, : given.shape[1]], "the model is not given each token once, in order")


def every_call_has_the_caches(project: Project) -> None:
    model = Counting()
    project.module("decode").generate_cached(model, torch.tensor([[4, 7, 1]]), 4, [NoCache()])
    expect(model.without_cache == 0, f"{model.without_cache} of {len(model.given)} calls of the model get no cache")


def a_new_prompt_starts_afresh(project: Project) -> None:
    gpt, decode = small_model(project), project.module("decode")
    caches = gpt.new_caches(1)
    first, second = torch.randint(VOCABULARY, (2, 1, 4))
    decode.generate_cached(gpt, first, 3, caches)
    lengths = []
    gpt.register_forward_pre_hook(lambda module, args: lengths.append(max(cache.length for cache in caches)))
    decode.generate_cached(gpt, second, 3, caches)
    expect(lengths[0] == 0, f"a cache holds {lengths[0]} tokens of an earlier prompt when a new one comes")


class Fixed(nn.Module):
    """A model that gives these logits (B, T, V)."""

    def __init__(self, logits: Tensor) -> None:
        super().__init__()
        self.logits = nn.Parameter(logits)

    def forward(self, tokens: Tensor) -> Tensor:
        return self.logits[:, : tokens.shape[1]]


def right_answers_cost_nothing(project: Project) -> None:
    tokens = project.module("data").get_batch(3, torch.Generator().manual_seed(0))
    right = 50.0 * torch.nn.functional.one_hot(tokens[:, 1:], VOCABULARY)
    loss = project.module("train").loss_of(Fixed(right), tokens)
    expect_close(loss.detach(), 0.0, "loss of a model that knows each next token")


def the_prompt_is_not_trained_on(project: Project) -> None:
    data, train = project.module("data"), project.module("train")
    model = Fixed(torch.randn(3, data.LENGTH - 1, VOCABULARY))
    train.loss_of(model, data.get_batch(3, torch.Generator().manual_seed(0))).backward()
    if model.logits.grad is None:
        raise Broken("the loss does not depend on the logits", "no gradient")
    sizes = model.logits.grad.abs().sum(dim=(0, 2))
    expect(not bool(sizes[: data.PROMPT - 2].any()), "the loss depends on predictions of the prompt's random digits")
    expect(bool(sizes[data.PROMPT - 1 :].all()), "the loss leaves out some predictions of the answer")


def queries_and_keys_are_trained(project: Project) -> None:
    layer = attention_of(project)
    layer(torch.randn(2, 5, 24)).pow(2).sum().backward()
    for name in ("query", "key", "value", "proj"):
        gradient = getattr(layer, name).weight.grad
        expect(gradient is not None and bool(gradient.any()), f"no gradient reaches the weights of {name}")


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(reached["loss"] < 0.1, f"loss {reached['loss']:.3f} after training, expected below 0.1")
    expect(reached["actual"] > 0.95, f"{reached['actual']:.0%} of the digits are right with a cache, expected 95%")


CHECKS = (
    Check("the cache keeps all in order", the_cache_keeps_all_in_order),
    Check("the cache keeps tokens that come one by one", the_cache_keeps_tokens_one_by_one),
    Check("every layer has its own cache", every_layer_has_its_own_cache),
    Check("rotations depend on distance", rotations_depend_on_distance),
    Check("attention agrees with the formula", attention_agrees_with_the_formula),
    Check("new tokens see all cached ones", new_tokens_see_all_cached_ones),
    Check("cached positions go on", cached_positions_go_on),
    Check("cached logits are those of full decoding", cached_logits_are_those_of_full_decoding),
    Check("the likeliest token is written", the_likeliest_token_is_written),
    Check("each token is processed once", each_token_is_processed_once),
    Check("every call has the caches", every_call_has_the_caches),
    Check("a new prompt starts afresh", a_new_prompt_starts_afresh),
    Check("right answers cost nothing", right_answers_cost_nothing),
    Check("the prompt is not trained on", the_prompt_is_not_trained_on),
    Check("queries and keys are trained", queries_and_keys_are_trained),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: how its log ends; as we find them, accuracy with (`actual`) and without a cache (`full`), tokens processed."""
    data, decode = project.module("data"), project.module("decode")
    model, rows = project.module("train").train(seed=seed)
    tokens, processed = data.get_batch(32, torch.Generator().manual_seed(12)), list[int]()
    prompt, answer = tokens[:, : data.PROMPT], tokens[:, data.PROMPT :]
    full = decode.generate_full(model, prompt, data.ANSWER)[:, data.PROMPT :]
    model.register_forward_pre_hook(lambda module, args: processed.append(args[0].shape[1]))
    cached = decode.generate_cached(model, prompt, data.ANSWER, model.new_caches(32))[:, data.PROMPT :]
    return {
        "loss": rows[-1]["loss"],
        "accuracy": rows[-1]["accuracy"],
        "gap": rows[-1]["gap"],
        "actual": (cached == answer).float().mean().item(),
        "full": (full == answer).float().mean().item(),
        "processed": float(sum(processed)),
    }
