"""A decoder-only transformer with rotary positions and grouped queries, and the cache it decodes with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass
class Config:
    """Sizes of the model."""

    vocab_size: int
    max_length: int = 48
    n_layer: int = 2
    n_head: int = 4
    n_kv_head: int = 2
    d_head: int = 12


class KVCache:
    """Keys and values that one layer has made so far."""

    def __init__(self, batch_size: int, n_head: int, max_length: int, d_head: int) -> None:
        self.keys = torch.zeros(batch_size, n_head, max_length, d_head)
        self.values = torch.zeros(batch_size, n_head, max_length, d_head)
        self.length = 0

    def append(self, keys: Tensor, values: Tensor) -> tuple[Tensor, Tensor]:
        """Add those of new tokens, (B, H, T, D). Returns all so far."""
        start, end = self.length, self.length + keys.shape[2]
        self.keys[:, :, start:end] = keys
        self.values[:, :, start:end] = values
        self.length = end
        return self.keys[:, :, :end], self.values[:, :, :end]

    def reset(self) -> None:
        """Forget everything."""
        self.length = 0


def rotate(x: Tensor, positions: Tensor) -> Tensor:
    """Rotary embedding: turn each pair of channels (i, i + D/2) of x (B, H, T, D) by its position times its frequency."""
    half = x.shape[-1] // 2
    frequencies = 100.0 ** (-torch.arange(half) / half)
    angles = positions[:, None] * frequencies  # (T, D/2)
    cos, sin = angles.cos(), angles.sin()
    first, second = x[..., :half], x[..., half:]
    return torch.cat([first * cos - second * sin, first * sin + second * cos], dim=-1)


class Attention(nn.Module):
    """Causal attention in which several query heads share a head of keys and values."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.n_head, self.n_kv_head, self.d_head = config.n_head, config.n_kv_head, config.d_head
        d_model = config.n_head * config.d_head
        self.query = nn.Linear(d_model, config.n_head * config.d_head, bias=False)
        self.key = nn.Linear(d_model, config.n_kv_head * config.d_head, bias=False)
        self.value = nn.Linear(d_model, config.n_kv_head * config.d_head, bias=False)
        self.proj = nn.Linear(config.n_head * config.d_head, d_model, bias=False)

    def forward(self, x: Tensor, cache: KVCache | None = None) -> Tensor:
        """(B, T, D) to (B, T, D), where x follows what is in the cache."""
        B, T, _ = x.shape
        q = self.query(x).view(B, T, self.n_head, self.d_head).transpose(1, 2)
        k = self.key(x).view(B, T, self.n_kv_head, self.d_head).transpose(1, 2)
        v = self.value(x).view(B, T, self.n_kv_head, self.d_head).transpose(1, 2)
        start = 0 if cache is None else cache.length
        positions = torch.arange(start, start + T)
        q, k = rotate(q, positions), rotate(k, positions)
        if cache is not None:
            k, v = cache.append(k, v)
        S = k.shape[2]
        group = self.n_head // self.n_kv_head
        k, v = k.repeat_interleave(group, dim=1), v.repeat_interleave(group, dim=1)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B, H, T, S)
        visible = torch.ones(T, S, dtype=torch.bool).tril(S - T)
        weights = scores.masked_fill(~visible, float("-inf")).softmax(dim=-1)
        return self.proj((weights @ v).transpose(1, 2).reshape(B, T, -1))


class Block(nn.Module):
    """Attention and a feed-forward network, each added to its input."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        d_model = config.n_head * config.d_head
        self.norm1 = nn.RMSNorm(d_model)
        self.attention = Attention(config)
        self.norm2 = nn.RMSNorm(d_model)
        self.mlp = nn.Sequential(nn.Linear(d_model, 2 * d_model), nn.GELU(), nn.Linear(2 * d_model, d_model))

    def forward(self, x: Tensor, cache: KVCache | None = None) -> Tensor:
        """(B, T, D) to (B, T, D)."""
        x = x + self.attention(self.norm1(x), cache)
        return x + self.mlp(self.norm2(x))


class Transformer(nn.Module):
    """Tokens to the logits of what comes next."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        d_model = config.n_head * config.d_head
        self.embedding = nn.Embedding(config.vocab_size, d_model)
        self.blocks = nn.ModuleList([Block(config) for _ in range(config.n_layer)])
        self.norm = nn.RMSNorm(d_model)
        self.head = nn.Linear(d_model, config.vocab_size, bias=False)

    def new_caches(self, batch_size: int) -> list[KVCache]:
        """Empty caches, one for each layer."""
        c = self.config
        return [KVCache(batch_size, c.n_kv_head, c.max_length, c.d_head) for _ in self.blocks]

    def forward(self, tokens: Tensor, caches: Sequence[KVCache] | None = None) -> Tensor:
        """Tokens (B, T), which follow those in the caches, to logits (B, T, vocab_size)."""
        x = self.embedding(tokens)
        for i, block in enumerate(self.blocks):
            x = block(x, None if caches is None else caches[i])
        return self.head(self.norm(x))
