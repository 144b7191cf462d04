# slip: medians-of-each-system
import torch
def bootstrap_ci(a, b, indices, alpha=0.05):
    difference = a.mean() - b.mean()
    sa, sb = a[indices], b[indices]
    boot = sa.median(dim=1).values - sb.median(dim=1).values
    low = torch.quantile(boot, alpha / 2)
    high = torch.quantile(boot, 1 - alpha / 2)
    return difference.item(), low.item(), high.item()
