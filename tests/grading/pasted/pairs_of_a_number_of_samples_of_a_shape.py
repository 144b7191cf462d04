# problem: reflow-pairs
# expect: fail
# says: right for what it covers: 11 of 11
# says: your num_pairs is how many samples x0 has
# says: your sample_shape is the shape of one sample of x0
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
                t = torch.full((count,), k * dt, device=device)
                x = x + dt * velocity(x, t)
            starts.append(start)
            ends.append(x)
            left -= count
        return torch.cat(starts), torch.cat(ends)
