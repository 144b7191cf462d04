"""DDIM is Euler's rule for z = x / sqrt(ab) in sigma = sqrt((1 - ab) / ab): dz/dsigma = eps."""

import math

import torch


class Solution:
    @torch.inference_mode()
    def ddim_sample(self, model, x_T, alphas_bar, steps):
        last = len(alphas_bar) - 1
        ab = [float(a) for a in alphas_bar]
        sigma = [math.sqrt((1 - a) / a) for a in ab]
        grid = [last * i // steps for i in range(steps, -1, -1)]
        z = x_T / math.sqrt(ab[last])
        for t, s in zip(grid, grid[1:]):
            eps = model(z * math.sqrt(ab[t]), t * torch.ones(len(x_T), dtype=torch.long))
            z = z + (sigma[s] - sigma[t]) * eps
        return z * math.sqrt(ab[0])
