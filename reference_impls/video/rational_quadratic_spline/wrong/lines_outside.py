# slip: straight-on-outside
import torch
import torch.nn.functional as F


def searchsorted(bin_locations, inputs, eps=1e-6):
    bin_locations = bin_locations.clone()
    bin_locations[..., -1] += eps
    return torch.sum(inputs[..., None] >= bin_locations, dim=-1) - 1


def rational_quadratic_spline(x, widths, heights, derivatives):
    inside = (x >= 0) & (x <= 1)
    cumw = F.pad(torch.cumsum(widths, -1), (1, 0), value=0.0)
    cumh = F.pad(torch.cumsum(heights, -1), (1, 0), value=0.0)
    xs = torch.where(inside, x, torch.full_like(x, 0.5))
    idx = searchsorted(cumw.detach(), xs.detach()).clamp(0, widths.shape[0] - 1)
    xk, w = cumw[idx], widths[idx]
    yk, h = cumh[idx], heights[idx]
    delta = h / w
    d0, d1 = derivatives[idx], derivatives[idx + 1]
    theta = (xs - xk) / w
    tt = theta * (1 - theta)
    numerator = h * (delta * theta.pow(2) + d0 * tt)
    denominator = delta + ((d0 + d1 - 2 * delta) * tt)
    outputs = yk + numerator / denominator
    dn = delta.pow(2) * (d1 * theta.pow(2) + 2 * delta * tt + d0 * (1 - theta).pow(2))
    lad = torch.log(dn) - 2 * torch.log(denominator)
    return torch.where(
        inside, outputs, torch.where(x < 0, x * derivatives[0], 1 + (x - 1) * derivatives[-1])
    ), torch.where(inside, lad, torch.zeros_like(lad))
