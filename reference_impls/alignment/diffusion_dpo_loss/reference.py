"""Diffusion-DPO loss (Wallace et al. 2023, arXiv:2311.12908, eq. 14).

    L = -E log σ( -β [ (‖ε_w - ε_θ(x_t^w)‖² - ‖ε_w - ε_ref(x_t^w)‖²) - (‖ε_l - ε_θ(x_t^l)‖² - ‖ε_l - ε_ref(x_t^l)‖²) ] )

The likelihood of an image is out of reach; its bound is a sum of denoising errors, so the log-ratio of DPO becomes minus the
difference of two errors: the policy is to denoise the preferred image better than the reference does, by more than the other
one. β holds the paper's factor T ω(λ_t) too. All four errors use one t and one draw of noise for each pair.

Shapes: err_w, err_l, ref_err_w, ref_err_l (B,). Returns: the mean over the batch, a scalar.
"""

from torch import Tensor
from torch.nn import functional as F


def diffusion_dpo_loss(err_w: Tensor, err_l: Tensor, ref_err_w: Tensor, ref_err_l: Tensor, beta: float) -> Tensor:
    """-log σ(-β (excess error on the preferred - excess error on the other)), averaged over the pairs."""
    excess_w = err_w - ref_err_w  # (B,)
    excess_l = err_l - ref_err_l  # (B,)
    margin = -beta * (excess_w - excess_l)
    return -F.logsigmoid(margin).mean()  # log σ in one step: σ(-1000) is 0, whose log is -inf
