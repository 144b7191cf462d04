import torch


class Spline:
    def rational_quadratic_spline(self, x, widths, heights, derivatives):
        ys, logs = [], []
        for value in x.reshape(-1):
            if value < 0 or value > 1:
                ys.append(value)
                logs.append(value * 0)
                continue
            left = bottom = 0.0
            for k in range(len(widths)):
                if value <= left + widths[k] or k == len(widths) - 1:
                    break
                left, bottom = left + widths[k], bottom + heights[k]
            t = (value - left) / widths[k]
            s = heights[k] / widths[k]
            d0, d1 = derivatives[k], derivatives[k + 1]
            den = s + (d1 + d0 - 2 * s) * t * (1 - t)
            ys.append(bottom + heights[k] * (s * t**2 + d0 * t * (1 - t)) / den)
            logs.append(2 * torch.log(s) + torch.log(d1 * t**2 + 2 * s * t * (1 - t) + d0 * (1 - t) ** 2) - 2 * torch.log(den))
        return [torch.stack(ys).reshape(x.shape), torch.stack(logs).reshape(x.shape)]
