# uses: a small parser of einops-like patterns, with regular expressions and string work
import re
from string import ascii_lowercase

import torch


def contract(pattern, *tensors):
    left, right = re.split(r"\s*->\s*", pattern)
    names = dict.fromkeys(re.findall(r"[a-z]+", left))
    letters = {name: ascii_lowercase[number] for number, name in enumerate(names)}
    short = [re.sub(r"[a-z]+", lambda m: letters[m[0]], part).replace(" ", "") for part in (*left.split(","), right)]
    return torch.einsum(f"{','.join(f'...{part}' for part in short[:-1])}->...{short[-1]}", *tensors)


def attention(q, k, v, mask=None):
    scores = contract("query width, key width -> query key", q, k) / q.shape[-1] ** 0.5
    scores = scores if mask is None else torch.where(mask.bool(), scores, -torch.inf)
    p = scores.softmax(-1)
    return contract("query key, key width -> query width", p, v), p
