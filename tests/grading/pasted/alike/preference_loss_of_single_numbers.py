# problem: diffusion-dpo-loss
# expect: fail
# not: The values are right
"""Diffusion DPO for physics preference pairs (Sec. 3.2)."""

from __future__ import annotations

import math

import numpy as np


def sigmoid(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))


def diffusion_dpo_loss(
    mse_policy_winner: float,
    mse_policy_loser: float,
    mse_ref_winner: float,
    mse_ref_loser: float,
    *,
    beta: float = 100.0,
) -> float:
    """L_DPO = -log σ(β Δ) with Δ = (MSE_π,l - MSE_π,w) - (MSE_ref,l - MSE_ref,w)."""
    delta = (mse_policy_loser - mse_policy_winner) - (mse_ref_loser - mse_ref_winner)
    return -math.log(sigmoid(beta * delta) + 1e-12)
