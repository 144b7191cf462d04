import torch
import torch.nn.functional as F


class Renderer:
    def volume_render(self, sigma, rgb, t):
        T = torch.exp(-F.pad((sigma * (t[:, 1:] - t[:, :-1])).cumsum(1), (1, 0)))
        weights = T[:, :-1] - T[:, 1:]
        both = torch.cat([rgb, ((t[:, 1:] + t[:, :-1]) / 2).unsqueeze(-1)], dim=-1)
        out = torch.bmm(weights.unsqueeze(1), both).squeeze(1)
        return out[:, :3], out[:, 3], weights
