# slip: curve-outside
import torch


def rational_quadratic_spline(x, widths, heights, derivatives):
    zero = torch.zeros(1, dtype=widths.dtype)
    cx = torch.cat([zero, torch.cumsum(widths, 0)])
    cy = torch.cat([zero, torch.cumsum(heights, 0)])
    inside = (x >= 0) & (x <= 1)
    xs = x
    k = torch.bucketize(xs.detach(), cx[1:-1].detach())
    w, h = widths[k], heights[k]
    d0, d1 = derivatives[k], derivatives[k + 1]
    s = h / w
    t = (xs - cx[k]) / w
    den = s + (d1 + d0 - 2 * s) * t * (1 - t)
    y = cy[k] + h * (s * t**2 + d0 * t * (1 - t)) / den
    dy = s**2 * (d1 * t**2 + 2 * s * t * (1 - t) + d0 * (1 - t) ** 2) / den**2
    return torch.where(inside, y, x), torch.where(inside, torch.log(dy * den**2) - torch.log(den) * 2, torch.zeros_like(x))
