# slip: distance-at-least-1e-6
import torch


class TripletCriterion(torch.nn.Module):
    def __init__(self, margin):
        super().__init__()
        self.margin = margin

    def distance(self, x, y):
        return (x - y).square().sum(dim=-1).clamp(min=1e-12).sqrt()

    def forward(self, a, p, n):
        hinge = self.distance(a, p) - self.distance(a, n) + self.margin
        return hinge.clamp_min(0).mean()


def triplet_loss(a, p, n, margin=1.0):
    return TripletCriterion(margin)(a, p, n)
