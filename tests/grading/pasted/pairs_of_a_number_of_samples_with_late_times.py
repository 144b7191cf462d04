# problem: reflow-pairs
# expect: fail
# not: right for what it covers
import torch


class StraightFlow:
    @torch.no_grad()
    def make_pairs(self, velocity, num_pairs, sample_shape, n_steps=50, batch_size=256, device="cpu"):
        starts, ends = [], []
        left = num_pairs
        while left > 0:
            count = min(left, batch_size)
            start = torch.randn(count, *sample_shape, device=device)
            x, dt = start.clone(), 1.0 / n_steps
            for k in range(n_steps):
                t = torch.full((count,), (k + 1) * dt, device=device)
                x = x + dt * velocity(x, t)
            starts.append(start)
            ends.append(x)
            left -= count
        return torch.cat(starts), torch.cat(ends)
