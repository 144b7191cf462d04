"""With one weight for both, joint attention is self-attention over the joined sequence, and it merges two partial attentions."""

from __future__ import annotations

import torch
from torch import Tensor

from reference_impls.conditioning.joint_attention.reference import joint_attention
from reference_impls.transformers.attention.reference import attention


def heads(x: Tensor, n: int) -> Tensor:
    return x.unflatten(-1, (n, -1)).transpose(1, 2)


def test_it_is_attention_over_the_concatenation() -> None:
    img, txt = torch.randn(2, 5, 6).double(), torch.randn(2, 3, 6).double()
    w_img, w_txt = torch.randn(6, 18).double(), torch.randn(6, 18).double()
    img_out, txt_out = joint_attention(img, txt, w_img, w_txt, 3)
    q, k, v = (
        torch.cat((heads(a, 3), heads(b, 3)), dim=2)
        for a, b in zip((img @ w_img).split(6, -1), (txt @ w_txt).split(6, -1), strict=True)
    )
    want = attention(q, k, v)[0].transpose(1, 2).flatten(2)
    torch.testing.assert_close(img_out, want[:, :5])
    torch.testing.assert_close(txt_out, want[:, 5:])


def test_the_order_of_tokens_inside_a_stream_does_not_matter_to_the_other() -> None:
    img, txt = torch.randn(2, 5, 4).double(), torch.randn(2, 3, 4).double()
    w_img, w_txt = torch.randn(4, 12).double(), torch.randn(4, 12).double()
    img_out, txt_out = joint_attention(img, txt, w_img, w_txt, 2)
    shuffled = joint_attention(img, txt.flip(1), w_img, w_txt, 2)
    torch.testing.assert_close(shuffled[0], img_out)
    torch.testing.assert_close(shuffled[1], txt_out.flip(1))


def test_the_text_is_refined_by_the_image() -> None:
    img, txt = torch.randn(1, 4, 4).double(), torch.randn(1, 3, 4).double()
    w_img, w_txt = torch.randn(4, 12).double(), torch.randn(4, 12).double()
    before = joint_attention(img, txt, w_img, w_txt, 2)[1]
    assert not torch.allclose(before, joint_attention(img + 1, txt, w_img, w_txt, 2)[1])
