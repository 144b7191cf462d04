"""The GPT block agrees with torch's pre-norm encoder layer under copied weights and an inverted mask."""

from __future__ import annotations

import pytest
import torch

from reference_impls.llm.gpt_block.reference import GPTBlock


def pair(d: int, h: int) -> tuple[GPTBlock, torch.nn.TransformerEncoderLayer]:
    """Ours and torch's, with one set of random weights, norms included."""
    own = GPTBlock(d, h).double()
    theirs = torch.nn.TransformerEncoderLayer(
        d, h, 4 * d, dropout=0.0, activation="gelu", batch_first=True, norm_first=True, dtype=torch.float64
    )
    names = {
        "ln1": "norm1",
        "ln2": "norm2",
        "attn.qkv.": "self_attn.in_proj_",
        "attn.out": "self_attn.out_proj",
        "ffn.0": "linear1",
        "ffn.2": "linear2",
    }
    state = {}
    for name, parameter in own.named_parameters():
        torch.nn.init.normal_(parameter, std=0.4)
        ours = next(prefix for prefix in names if name.startswith(prefix))
        state[names[ours] + name.removeprefix(ours)] = parameter.detach()
    theirs.load_state_dict(state)
    return own, theirs


@pytest.mark.parametrize(("B", "T", "d", "h"), [(1, 1, 4, 2), (2, 5, 12, 3), (3, 6, 8, 8), (3, 4, 6, 1)])
@pytest.mark.parametrize("masked", ["all visible", "causal", "each head"])
def test_values_and_gradients_agree_with_torch(B: int, T: int, d: int, h: int, masked: str) -> None:
    torch.manual_seed(B * T * d + h)
    own, theirs = pair(d, h)
    visible = {
        "all visible": torch.ones(T, T, dtype=torch.bool),
        "causal": torch.ones(T, T, dtype=torch.bool).tril(),
        "each head": (torch.rand(B, h, T, T) < 0.5) | torch.eye(T, dtype=torch.bool),
    }[masked]
    x = torch.randn(B, T, d, dtype=torch.float64, requires_grad=True)
    hidden = ~visible.expand(B, h, T, T).reshape(B * h, T, T)
    out, want = own(x, visible), theirs(x, src_mask=hidden)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    got = torch.autograd.grad(out, [x, own.ln2.weight, own.attn.qkv.weight], cotangent)
    expected = torch.autograd.grad(want, [x, theirs.norm2.weight, theirs.self_attn.in_proj_weight], cotangent)
    for one, other in zip(got, expected, strict=True):
        torch.testing.assert_close(one, other)


@pytest.mark.parametrize("d", [4, 12])
def test_a_block_has_twelve_d_squared_and_thirteen_d_parameters(d: int) -> None:
    assert sum(p.numel() for p in GPTBlock(d, 2).parameters()) == 12 * d * d + 13 * d


def test_a_later_token_changes_no_earlier_one_under_a_causal_mask() -> None:
    torch.manual_seed(0)
    block, x = GPTBlock(8, 2), torch.randn(2, 5, 8)
    other = x.clone()
    other[:, 3] = torch.randn(2, 8)  # another constant alone would be removed by the norm
    mask = torch.ones(5, 5).tril()
    changed = (block(x, mask) - block(other, mask)).abs().amax(dim=(0, 2)) > 1e-6
    assert changed.tolist() == [False, False, False, True, True]
