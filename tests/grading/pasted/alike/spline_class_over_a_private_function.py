# problem: rational-quadratic-spline
# says: MonotoneSpline.forward_and_log_slope is graded as rational_quadratic_spline
def _rational_quadratic_spline_fwd(x, knots_x, knots_y, slopes):
    inside = (x > knots_x[0]) & (x < knots_x[-1])
    safe = torch.where(inside, x, torch.full_like(x, 0.5))
    k = (torch.searchsorted(knots_x.detach(), safe.detach().contiguous()) - 1).clamp(0, len(knots_x) - 2)
    width, height = knots_x[k + 1] - knots_x[k], knots_y[k + 1] - knots_y[k]
    s, d0, d1 = height / width, slopes[k], slopes[k + 1]
    xi = (safe - knots_x[k]) / width
    cross = xi * (1 - xi)
    denominator = s + (d1 + d0 - 2 * s) * cross
    y = knots_y[k] + height * (s * xi**2 + d0 * cross) / denominator
    slope = s**2 * (d1 * xi**2 + 2 * s * cross + d0 * (1 - xi) ** 2) / denominator**2
    return torch.where(inside, y, x), torch.where(inside, slope, torch.ones_like(slope)).log()


class MonotoneSpline:
    def __init__(self, bin_widths, bin_heights, knot_slopes):
        self.knots_x = F.pad(bin_widths.cumsum(0), (1, 0))
        self.knots_y = F.pad(bin_heights.cumsum(0), (1, 0))
        self.slopes = knot_slopes

    def forward_and_log_slope(self, x):
        return _rational_quadratic_spline_fwd(x, self.knots_x, self.knots_y, self.slopes)
