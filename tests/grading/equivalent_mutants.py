"""Changes of the reference pages that compute the same on all that a problem's statement allows, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

DEVICE = re.compile(r", device=[\w.]+")
ON_THE_CPU = "a grade runs on the CPU, where new tensors are made anyway"

EQUIVALENT: Mapping[str, Mapping[str, Sequence[str]]] = {
    "adaln-zero": {
        "tokens have variance near 1, and the tolerance covers the spec's two eps, and so every smaller one": [
            "nn.LayerNorm(dim, elementwise_affine=False, eps=1e-06) -> nn.LayerNorm(dim, elementwise_affine=False)",
            "nn.LayerNorm(dim, elementwise_affine=False, eps=1e-06) -> nn.LayerNorm(dim, elementwise_affine=False, eps=0)",
            "nn.LayerNorm(dim, elementwise_affine=False, eps=1e-06) -> nn.LayerNorm(dim, "
            "elementwise_affine=False, eps=2e-06)",
            "nn.LayerNorm(dim, elementwise_affine=False, eps=1e-06) -> nn.LayerNorm(dim, "
            "elementwise_affine=False, eps=5e-07)",
            "nn.LayerNorm(dim, elementwise_affine=False, eps=1e-06) -> nn.LayerNorm(dim, "
            "elementwise_affine=False, eps=-1e-06)",
        ],
    },
    "alibi-bias": {
        "the same whole numbers": [
            "n_heads + 1 -> n_heads + 0.5",
        ],
    },
    "attention": {
        "of four axes, 2 is the last but one": [
            "k.transpose(-2, -1) -> k.transpose(2, -1)",
        ],
    },
    "batch-norm": {
        "the order of the axes of a mean does not matter, and -2 of four is 2": [
            "(0, 2, 3) -> (2, 0, 3)",
            "(0, 2, 3) -> (0, -2, 3)",
        ],
        "it is a whole number": [
            "x.numel() // x.shape[1] -> x.numel() / x.shape[1]",
        ],
        "it is squared": [
            "x - mean.view(channels) -> mean.view(channels) - x",
        ],
    },
    "beam-search": {
        "all scores are then shifted by the same amount": [
            "(0.0, [start]) -> (1.0, [start])",
            "(0.0, [start]) -> (-1.0, [start])",
        ],
        "numbers of NumPy are added and compared as Python's": [
            "log_probs(ids).tolist() -> log_probs(ids)",
        ],
        "differs only where scores are equal, which the statement rules out": [
            "sorted(found, key=lambda one: one[0], reverse=True) -> sorted(found, reverse=True)",
        ],
        "of a pair, 1 is the last": [
            "kept[0][1] -> kept[0][-1]",
        ],
    },
    "beta-schedules": {
        "a cosine is the same for both signs of its angle": [
            "(u + 0.008) / 1.008 -> (u + 0.008) / -1.008",
            "(u + 0.008) / 1.008 * torch.pi / 2 -> (u + 0.008) / 1.008 * torch.pi / -2",
        ],
        "of one axis, the first is the last": [
            "(1 - betas).cumprod(0) -> (1 - betas).cumprod(-1)",
        ],
        "arange takes the whole numbers below its end": [
            "steps + 1 -> steps + 0.5",
        ],
    },
    "byte-pair-encoding": {
        "a pair that occurs once is then looked at again for each id that is left, and never merged": [
            "break -> continue",
        ],
        "it stands for no pair at all, whose count is 0 then": [
            "(0, 0) -> (1, 0)",
            "(0, 0) -> (-1, 0)",
            "(0, 0) -> (0, 1)",
            "(0, 0) -> (0, -1)",
        ],
    },
    "causal-attention": {
        "of four axes, 2 is the last but one": [
            "q.shape[-2] -> q.shape[2]",
            "k.shape[-2] -> k.shape[2]",
            "k.transpose(-2, -1) -> k.transpose(2, -1)",
        ],
    },
    "conv2d": {
        "of four axes, 2 is the last but one": [
            "weight.shape[2:] -> weight.shape[-2:]",
            "padded.unfold(2, kh, stride) -> padded.unfold(-2, kh, stride)",
        ],
    },
    "count-components": {
        "one more root, which no edge names": [
            "range(n) -> range(n + 1)",
        ],
        "which root goes below which decides how tall the trees get, not which sets there are": [
            "[1] * n -> [2] * n",
            "[1] * n -> [0] * n",
            "[1] * n -> [0.5] * n",
            "[1] * n -> [-1] * n",
            "(root(a), root(b)) -> (root(b), root(a))",
            "if size[large] < size[small]: large, small = (small, large) -> if False: large, small = (small, large)",
            "if size[large] < size[small]: large, small = (small, large) -> if True: large, small = (small, large)",
            "size[large] < size[small] -> size[large] <= size[small]",
            "size[large] < size[small] -> size[large] > size[small]",
            "large -> large - 1",
            "small -> small - 1",
            "large, small = (small, large) -> pass",
            "(small, large) -> (large, small)",
            "size[large] += size[small] -> pass",
            "size[large] += size[small] -> size[large] -= size[small]",
            "size[large] += size[small] -> size[large] = size[small]",
        ],
        "path halving makes walks short, and no more": [
            "parent[node] = parent[parent[node]] -> pass",
        ],
    },
    "course-order": {
        "one more list, which no pair names": [
            "range(n) -> range(n + 1)",
        ],
    },
    "cross-attention": {
        "of four axes, 2 is the last but one": [
            "z.unflatten(-1, (self.n_heads, -1)).transpose(1, 2) -> z.unflatten(-1, (self.n_heads, -1)).transpose(1, -2)",
            "k.transpose(-2, -1) -> k.transpose(2, -1)",
            "heads.transpose(1, 2) -> heads.transpose(1, -2)",
            "heads.transpose(1, 2).flatten(-2) -> heads.transpose(1, 2).flatten(2)",
        ],
        "the statement leaves open what is raised; a text that is raised is a TypeError": [
            "ValueError(f'd_model {d_model} is not divisible by n_heads {n_heads}') -> f'd_model {d_model} is not "
            "divisible by n_heads {n_heads}'",
        ],
    },
    "cross-entropy": {
        "(N,C): the last axis is 1": [
            "logits.amax(dim=1, keepdim=True) -> logits.amax(dim=-1, keepdim=True)",
            "shifted.exp().sum(dim=1) -> shifted.exp().sum(dim=-1)",
        ],
        "(N,1) minus (N,) takes every logit from every log-sum; the mean of that is the difference of the means": [
            "shifted.exp().sum(dim=1) -> shifted.exp().sum(dim=1, keepdim=True)",
        ],
    },
    "ddpm-loss": {
        "it is squared": [
            "eps - model(x_t, t) -> model(x_t, t) - eps",
        ],
    },
    "ddpm-step": {
        "of one axis, the first is the last": [
            "alphas.cumprod(0) -> alphas.cumprod(-1)",
        ],
        "z is None at t = 0 alone": [
            "t > 0 and z is not None -> t > 0",
        ],
    },
    "discrete-posterior": {
        "(N,K): the last axis is 1": [
            "joint.sum(dim=1, keepdim=True) -> joint.sum(dim=-1, keepdim=True)",
        ],
    },
    "dsm-loss": {
        "a float sigma is then rounded to float32, well within the tolerance": [
            "torch.as_tensor(sigma, dtype=x.dtype, device=x.device) -> torch.as_tensor(sigma, device=x.device)",
        ],
        "the mean of (B,1) is that of (B,)": [
            "error.square().flatten(1).sum(dim=1) -> error.square().flatten(1).sum(dim=1, keepdim=True)",
        ],
        "after flatten(1) the last axis is 1": [
            "error.square().flatten(1).sum(dim=1) -> error.square().flatten(1).sum(dim=-1)",
        ],
    },
    "edit-distance": {
        "the distance is symmetric: exchanging the strings saves memory alone": [
            "if len(b) > len(a): a, b = (b, a) -> if False: a, b = (b, a)",
            "if len(b) > len(a): a, b = (b, a) -> if True: a, b = (b, a)",
            "len(b) > len(a) -> len(b) >= len(a)",
            "len(b) > len(a) -> len(b) < len(a)",
            "a, b = (b, a) -> pass",
            "(b, a) -> (a, b)",
        ],
        "only read, and a range can be": [
            "list(range(len(b) + 1)) -> range(len(b) + 1)",
        ],
    },
    "factorized-attention": {
        "of four axes, 2 is the last but one": [
            "space.transpose(1, 2) -> space.transpose(1, -2)",
            "time.transpose(1, 2) -> time.transpose(1, -2)",
        ],
    },
    "flash-attention": {
        "the tile's size decides what is held at once, not what comes out": [
            "block=16 -> block=17",
            "block=16 -> block=15",
            "block=16 -> block=32",
            "block=16 -> block=8",
        ],
        "of four axes, 2 is the last but one": [
            "q.shape[-2] -> q.shape[2]",
            "k.shape[-2] -> k.shape[2]",
            "k_tile.transpose(-2, -1) -> k_tile.transpose(2, -1)",
            "k_tile.shape[-2] -> k_tile.shape[2]",
        ],
        "x[:0] is empty: running values of one number are broadcast in the first tile": [
            "q.shape[:-1] -> q.shape[:-1 + 1]",
            "q.shape[:-1] -> q.shape[:-0]",
        ],
    },
    "gae": {
        "each delta is read before its place is written to": [
            "torch.zeros_like(deltas) -> deltas",
        ],
        "zeros_like of the last entry in place of the first": [
            "deltas[0] -> deltas[-1]",
        ],
    },
    "gaussian-kl": {
        "(B,D): the last axis is 1": [
            "each.sum(dim=-1) -> each.sum(dim=1)",
        ],
    },
    "gpt-block": {
        "of four axes, 2 is the last but one": [
            "z.reshape(B, T, self.h, -1).transpose(1, 2) -> z.reshape(B, T, self.h, -1).transpose(1, -2)",
            "k.transpose(-2, -1) -> k.transpose(2, -1)",
            "heads.transpose(1, 2) -> heads.transpose(1, -2)",
        ],
    },
    "grouped-query-attention": {
        "of four axes, 2 is the last but one": [
            "q.shape[-2] -> q.shape[2]",
            "k.shape[-2] -> k.shape[2]",
            "k.transpose(-2, -1) -> k.transpose(2, -1)",
        ],
    },
    "grpo-advantages": {
        "a group of one is all zeros, whatever they are divided by": [
            "max(rewards.shape[-1] - 1, 1) -> max(rewards.shape[-1] - 1, 0.5)",
        ],
    },
    "grpo-loss": {
        "of two axes, 1 is the last; a new axis at 1 is the last of a vector": [
            "advantages.unsqueeze(-1) -> advantages.unsqueeze(1)",
            "(objective * mask).sum(dim=-1) -> (objective * mask).sum(dim=1)",
            "mask.sum(dim=-1) -> mask.sum(dim=1)",
        ],
    },
    "histogram-equalization": {
        "levels above the brightest are looked up by no pixel": [
            "np.bincount(img.ravel(), minlength=256) -> np.bincount(img.ravel())",
            "np.bincount(img.ravel(), minlength=256) -> np.bincount(img.ravel(), minlength=257)",
            "np.bincount(img.ravel(), minlength=256) -> np.bincount(img.ravel(), minlength=255)",
            "np.bincount(img.ravel(), minlength=256) -> np.bincount(img.ravel(), minlength=0)",
            "np.bincount(img.ravel(), minlength=256) -> np.bincount(img.ravel(), minlength=512)",
            "np.bincount(img.ravel(), minlength=256) -> np.bincount(img.ravel(), minlength=128)",
        ],
        "a constant image may come back as it is": [
            "img.copy() -> img",
        ],
        "levels below the darkest are looked up by no pixel, and none is above 255": [
            "levels.clip(0, 255) -> levels",
            "levels.clip(0, 255) -> levels.clip(-1, 255)",
            "levels.clip(0, 255) -> levels.clip(0, 256)",
            "levels.clip(0, 255) -> levels.clip(0, 510)",
        ],
    },
    "huber-loss": {
        "its absolute value is taken": [
            "pred - target -> target - pred",
        ],
        "at |e| = delta both parts have one value and one slope": [
            "size <= delta -> size < delta",
        ],
    },
    "info-nce": {
        "(B,d), (B,1+K): the last axis is 1": [
            "(q * k_pos).sum(dim=-1, keepdim=True) -> (q * k_pos).sum(dim=1, keepdim=True)",
            "torch.cat([pos, neg], dim=1) -> torch.cat([pos, neg], dim=-1)",
            "logits.logsumexp(dim=1) -> logits.logsumexp(dim=-1)",
        ],
        "(B,1) minus (B,) takes every logit from every log-sum; the mean of that is the difference of the means": [
            "logits.logsumexp(dim=1) -> logits.logsumexp(dim=1, keepdim=True)",
        ],
    },
    "karras-sigmas": {
        "float32 is precise enough": [
            "torch.linspace(0, 1, n, dtype=torch.float64) -> torch.linspace(0, 1, n)",
        ],
    },
    "kl-divergence": {
        "where p is 0 the logarithm is multiplied by 0, whatever it is": [
            "torch.where(p > 0, p, 1.0) -> torch.where(p > 0, p, 2.0)",
            "torch.where(p > 0, p, 1.0) -> torch.where(p > 0, p, 0.5)",
        ],
    },
    "kl-shaped-rewards": {
        "arange to T + 0.5 ends with T, too": [
            "T + 1 -> T + 0.5",
        ],
        "of two axes, 1 is the last": [
            "(mask * torch.arange(1, T + 1)).argmax(dim=-1) -> (mask * torch.arange(1, T + 1)).argmax(dim=1)",
        ],
    },
    "kmeans": {
        "the nearest by the mean is the nearest by the sum": [
            "((x[:, None] - centers[None]) ** 2).sum(axis=2) -> ((x[:, None] - centers[None]) ** 2).mean(axis=2)",
        ],
        "the difference is squared": [
            "x[:, None] - centers[None] -> centers[None] - x[:, None]",
        ],
        "(N,K,D), (N,K) and (N_k,D): the same axis counted from the other end": [
            "((x[:, None] - centers[None]) ** 2).sum(axis=2) -> ((x[:, None] - centers[None]) ** 2).sum(axis=-1)",
            "distances.argmin(axis=1) -> distances.argmin(axis=-1)",
            "mine.mean(axis=0) -> mine.mean(axis=-2)",
        ],
        "no point has a label of K": [
            "range(len(centers)) -> range(len(centers) + 1)",
        ],
        "where an assignment repeats, every later one is the same": [
            "if np.array_equal(labels, before): break -> if False: break",
            "break -> pass",
            "break -> continue",
        ],
        "symmetric": [
            "np.array_equal(labels, before) -> np.array_equal(before, labels)",
        ],
    },
    "kth-smallest": {
        "k is a whole number": [
            "1 <= k <= len(nums) -> 0.5 <= k <= len(nums)",
        ],
        "what the exception says is not compared": [
            "len(nums) -> nums",
        ],
    },
    "kv-cache-bytes": {
        "n_heads and n_kv_heads are given together or not at all": [
            "n_heads is not None and n_kv_heads is not None -> n_heads is not None or n_kv_heads is not None",
            "n_heads is not None and n_kv_heads is not None -> n_kv_heads is not None",
            "n_heads is not None and n_kv_heads is not None -> n_heads is not None",
        ],
    },
    "kv-cache-decode": {
        "of four axes, 2 is the last but one": [
            "torch.cat([cache[0], k_new], dim=2) -> torch.cat([cache[0], k_new], dim=-2)",
            "torch.cat([cache[1], v_new], dim=2) -> torch.cat([cache[1], v_new], dim=-2)",
            "q.shape[2] -> q.shape[-2]",
            "k.shape[2] -> k.shape[-2]",
            "k.transpose(-2, -1) -> k.transpose(2, -1)",
        ],
        "the values are the last of the two in the cache": [
            "cache[1] -> cache[-1]",
        ],
    },
    "layer-norm": {
        "in the variance, the difference is squared": [
            "x - mu -> mu - x",
        ],
    },
    "linear-regression": {
        "(N,D): the same axis counted from the other end": [
            "x.mean(axis=0) -> x.mean(axis=-2)",
            "x.shape[1] -> x.shape[-1]",
        ],
    },
    "longest-unique-substring": {
        "'never seen' lies before every start, as any number below 0": [
            "last_seen.get(character, -1) -> last_seen.get(character, -2)",
            "last_seen.get(character, -1) -> last_seen.get(character, -0.5)",
        ],
    },
    "lora-linear": {
        "how A is drawn is left open": [
            "nn.init.kaiming_uniform_(self.A, a=math.sqrt(5)) -> nn.init.kaiming_uniform_(self.A)",
            "math.sqrt(5) -> 5",
            "math.sqrt(5) -> math.sqrt(6)",
            "math.sqrt(5) -> math.sqrt(4)",
            "math.sqrt(5) -> math.sqrt(0)",
            "math.sqrt(5) -> math.sqrt(10)",
            "math.sqrt(5) -> math.sqrt(2.5)",
        ],
        "the base is in float32, where new layers are": [
            "nn.Linear(in_features, out_features, self.base.bias is not None).to(self.base.weight) -> "
            "nn.Linear(in_features, out_features, self.base.bias is not None)",
        ],
    },
    "multi-head-attention": {
        "of four axes, 2 is the last but one": [
            "z.reshape(B, T, self.n_heads, -1).transpose(1, 2) -> z.reshape(B, T, self.n_heads, -1).transpose(1, -2)",
            "k.transpose(-2, -1) -> k.transpose(2, -1)",
            "heads.transpose(1, 2) -> heads.transpose(1, -2)",
        ],
    },
    "network-delay": {
        "one more list, which no edge names": [
            "range(n + 1) -> range(n + 1 + 1)",
            "n + 1 -> n + 2",
        ],
    },
    "num-islands": {
        "rows and columns exchanged everywhere: the islands of the transposed grid": [
            "(r, c) -> (c, r)",
        ],
        "the order in which it is compared with both": [
            "(1, '1') -> ('1', 1)",
        ],
        "the order in which neighbours are visited": [
            "((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)) -> ((r - 1, c), (r + 1, c), (r, c + 1), (r, c - 1))",
        ],
    },
    "online-softmax": {
        "what the sum starts with is multiplied by exp(-inf) at the first block": [
            "torch.tensor(0.0) -> 0.0",
            "torch.tensor(0.0) -> torch.tensor(1.0)",
            "torch.tensor(0.0) -> torch.tensor(-1.0)",
        ],
        "any finite shift gives exp(-inf)": [
            "m_new.masked_fill(m_new == -math.inf, 0.0) -> m_new.masked_fill(m_new == -math.inf, 1.0)",
            "m_new.masked_fill(m_new == -math.inf, 0.0) -> m_new.masked_fill(m_new == -math.inf, -1.0)",
        ],
    },
    "pass-at-k": {
        "where fewer than k are wrong, the product holds the factor of i = k, which is 0": [
            "n - c -> n + c",
            "n - c -> n",
        ],
    },
    "patchify": {
        "of six axes, 3 is the last but two": [
            "x.permute(0, 2, 4, 3, 5, 1) -> x.permute(0, 2, 4, -3, 5, 1)",
            "x.permute(0, 5, 1, 3, 2, 4) -> x.permute(0, 5, 1, -3, 2, 4)",
        ],
    },
    "perplexity": {
        "the kept logits are a matrix, whose last axis is 1": [
            "logits[kept].log_softmax(dim=-1) -> logits[kept].log_softmax(dim=1)",
            "log_probs.gather(dim=-1, index=targets[kept].unsqueeze(-1)) -> log_probs.gather(dim=1, "
            "index=targets[kept].unsqueeze(-1))",
            "targets[kept].unsqueeze(-1) -> targets[kept].unsqueeze(1)",
        ],
    },
    "psnr": {
        "it is squared": [
            "peak=255.0 -> peak=-255.0",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64) -> np.asarray(y, dtype=np.float64)"
            " - np.asarray(x, dtype=np.float64)",
        ],
        "one side in float64 makes the difference float64": [
            "np.asarray(x, dtype=np.float64) -> x",
            "np.asarray(x, dtype=np.float64) -> np.asarray(x)",
            "np.asarray(y, dtype=np.float64) -> y",
            "np.asarray(y, dtype=np.float64) -> np.asarray(y)",
        ],
        "a NumPy number is as good as Python's": [
            "float(np.mean(error ** 2)) -> np.mean(error ** 2)",
            "float(10 * np.log10(peak ** 2 / mse)) -> 10 * np.log10(peak ** 2 / mse)",
        ],
    },
    "reparameterize": {
        "the noise is symmetric": [
            "mu + log_sigma.exp() * eps -> mu - log_sigma.exp() * eps",
        ],
    },
    "rf-loss": {
        "draws of float32 are uniform, too": [
            "torch.rand(x1.shape[0], dtype=x1.dtype, device=x1.device) -> torch.rand(x1.shape[0], device=x1.device)",
        ],
        "it is squared": [
            "model(x_t, t) - (x1 - x0) -> x1 - x0 - model(x_t, t)",
        ],
    },
    "rope-1d": {
        "symmetric": [
            "torch.promote_types(x.dtype, torch.float32) -> torch.promote_types(torch.float32, x.dtype)",
        ],
        "positions are whole numbers, exact in any type": [
            "torch.arange(offset, offset + T, dtype=wide, device=x.device) -> torch.arange(offset, offset + T, "
            "device=x.device)",
        ],
        "the frequencies are then in float32, whose tolerance the spec sets": [
            "torch.arange(0, d, 2, dtype=wide, device=x.device) -> torch.arange(0, d, 2, device=x.device)",
        ],
        "the product with a cosine in float32 is as wide": [
            "x[..., 0::2].to(wide) -> x[..., 0::2]",
            "x[..., 1::2].to(wide) -> x[..., 1::2]",
        ],
        "a slice begins at 0 anyway": [
            "(..., 0::2) -> (..., ::2)",
        ],
    },
    "sample-next-token": {
        "(B,V): the last axis is 1": [
            "logits.argmax(dim=-1) -> logits.argmax(dim=1)",
            "(logits / temperature).sort(dim=-1, descending=True) -> (logits / temperature).sort(dim=1, descending=True)",
            "z.softmax(dim=-1) -> z.softmax(dim=1)",
            "probs.cumsum(dim=-1) -> probs.cumsum(dim=1)",
            "tokens.gather(dim=-1, index=drawn) -> tokens.gather(dim=1, index=drawn)",
            "tokens.gather(dim=-1, index=drawn).squeeze(-1) -> tokens.gather(dim=-1, index=drawn).squeeze(1)",
        ],
        "the last axis is what sort takes": [
            "(logits / temperature).sort(dim=-1, descending=True) -> (logits / temperature).sort(descending=True)",
        ],
        "differs only where a sum of random probabilities is exactly top_p": [
            "before >= top_p -> before > top_p",
        ],
    },
    "sequence-logprob": {
        "gather looks at as many positions as there are targets: the last one's distribution goes unread": [
            "(:, :-1) -> (:, :)",
        ],
        "of two axes, 1 is the last": [
            "(token_logp * mask[:, 1:]).sum(dim=-1) -> (token_logp * mask[:, 1:]).sum(dim=1)",
        ],
    },
    "sft-loss": {
        "gather reads as many positions as there are targets": [
            "(:, :-1) -> (:, :)",
        ],
        "the product with floats is of their type": [
            "response_mask[:, 1:].to(logits.dtype) -> response_mask[:, 1:]",
        ],
        "the number of tokens is whole": [
            "mask.sum().clamp(min=1) -> mask.sum().clamp(min=0.5)",
        ],
    },
    "sinusoidal-encoding": {
        "the tables are no longer than 400 rows: such a base turns no angle of theirs by more than float32 may": [
            "base=10000.0 -> base=10001.0",
            "base=10000.0 -> base=9999.0",
        ],
        "positions are whole numbers, exact in any type": [
            "torch.arange(length, dtype=torch.float64) -> torch.arange(length)",
        ],
        "the frequencies are then in float32, which the tolerance allows": [
            "torch.arange(0, d, 2, dtype=torch.float64) -> torch.arange(0, d, 2)",
        ],
        "a slice begins at 0 where nothing is said": [
            "(:, 0::2) -> (:, ::2)",
        ],
    },
    "sobel": {
        "both differences are squared": [
            "padded[:, 2:] - padded[:, :-2] -> padded[:, :-2] - padded[:, 2:]",
            "padded[2:] - padded[:-2] -> padded[:-2] - padded[2:]",
        ],
    },
    "speculative-decoding": {
        "a tensor without axes is an index like a number": [
            "drafts.tolist() -> drafts",
        ],
    },
    "ssim-global": {
        "the peak is squared": [
            "peak=255.0 -> peak=-255.0",
            "0.01 * peak -> -0.01 * peak",
            "0.03 * peak -> -0.03 * peak",
        ],
        "the mean of bytes is a float64, and so is a byte minus it; float images may stay as they are": [
            "x, y = (np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)) -> pass",
            "np.asarray(x, dtype=np.float64) -> x",
            "np.asarray(x, dtype=np.float64) -> np.asarray(x)",
            "np.asarray(y, dtype=np.float64) -> y",
            "np.asarray(y, dtype=np.float64) -> np.asarray(y)",
        ],
        "the index is symmetric": [
            "(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)) -> "
            "(np.asarray(y, dtype=np.float64), np.asarray(x, dtype=np.float64))",
            "(np.mean((x - mu_x) ** 2), np.mean((y - mu_y) ** 2)) -> (np.mean((y - mu_y) ** 2), np.mean((x - mu_x) ** 2))",
        ],
        "it is squared": [
            "x - mu_x -> mu_x - x",
            "y - mu_y -> mu_y - y",
        ],
        "in the covariance one centred factor is enough, since its mean is 0": [
            "x - mu_x -> x + mu_x",
            "x - mu_x -> x",
            "y - mu_y -> y + mu_y",
            "y - mu_y -> y",
        ],
        "a float64 of NumPy is a float": [
            "float(luminance * structure) -> luminance * structure",
        ],
    },
    "three-sum": {
        "a triplet in any order": [
            "(a, b, c) -> (b, a, c)",
        ],
        "the walk over equal numbers may end one further: the loop around it ends as well": [
            "low < high -> low <= high",
        ],
    },
    "top-k-filter": {
        "the last axis is what topk takes": [
            "logits.topk(min(k, logits.shape[-1]), dim=-1) -> logits.topk(min(k, logits.shape[-1]))",
        ],
    },
    "top-p-filter": {
        "the last axis is what sort takes": [
            "logits.sort(dim=-1, descending=True) -> logits.sort(descending=True)",
        ],
        "differs only where a sum equals p, which the statement rules out": [
            "before >= p -> before > p",
        ],
        "every place of it is written to": [
            "torch.zeros_like(outside) -> outside",
        ],
    },
    "triplet-loss": {
        "the difference is squared": [
            "a - p -> p - a",
            "a - n -> n - a",
        ],
    },
    "vae": {
        "(B,2d): the last axis is 1": [
            "self.enc(x).chunk(2, dim=-1) -> self.enc(x).chunk(2, dim=1)",
        ],
        "the noise is symmetric": [
            "mu + log_sigma.exp() * eps -> mu - log_sigma.exp() * eps",
        ],
        "(B,1) plus (B,) adds every error to every KL; the mean of that is the sum of the means": [
            "(x - x_rec).square().flatten(1).sum(dim=1) -> (x - x_rec).square().flatten(1).sum(dim=1, keepdim=True)",
            "(mu.square() + (2 * log_sigma).exp() - 1 - 2 * log_sigma).sum(dim=1) -> (mu.square() + (2 * "
            "log_sigma).exp() - 1 - 2 * log_sigma).sum(dim=1, keepdim=True)",
        ],
        "the difference is squared": [
            "x - x_rec -> x_rec - x",
        ],
        "after flatten(1) the last axis is 1": [
            "(x - x_rec).square().flatten(1).sum(dim=1) -> (x - x_rec).square().flatten(1).sum(dim=-1)",
        ],
        "(B,d): the last axis is 1": [
            "(mu.square() + (2 * log_sigma).exp() - 1 - 2 * log_sigma).sum(dim=1) -> (mu.square() + (2 * "
            "log_sigma).exp() - 1 - 2 * log_sigma).sum(dim=-1)",
        ],
    },
    "vq-quantize": {
        "the nearest by the mean is the nearest by the sum": [
            "(z[:, None] - codebook[None]).square().sum(dim=-1) -> (z[:, None] - codebook[None]).square().mean(dim=-1)",
        ],
        "the difference is squared": [
            "z[:, None] - codebook[None] -> codebook[None] - z[:, None]",
            "z.detach() - e -> e - z.detach()",
            "z - e.detach() -> e.detach() - z",
        ],
        "(B,K): the last axis is 1": [
            "distances.argmin(dim=1) -> distances.argmin(dim=-1)",
        ],
    },
    "warmup-cosine": {
        "the pieces meet: at the end of the warm-up both give the peak, at total both give the floor": [
            "step < warmup -> step <= warmup",
            "step >= total -> step > total",
        ],
        "the cosine is even": [
            "step - warmup -> warmup - step",
            "total - warmup -> warmup - total",
        ],
    },
}
"""By problem and reason: the changes as the harness writes them."""


def why_the_same(problem: str, change: str) -> str | None:
    """The reason why a changed page computes the same, if it is one that somebody has understood."""
    old, _, new = change.partition(" -> ")
    if new == DEVICE.sub("", old) != old:
        return ON_THE_CPU
    reasons = EQUIVALENT.get(problem, {})
    return next((why for why, changes in reasons.items() if change in changes), None)
