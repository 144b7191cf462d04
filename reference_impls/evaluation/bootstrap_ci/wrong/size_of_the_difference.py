# slip: sign-of-the-difference-dropped
import torch
def bootstrap_ci(a, b, indices, alpha=0.05):
    difference = (a.mean() - b.mean()).abs()
    sa, sb = a[indices], b[indices]
    boot = sa.mean(dim=1) - sb.mean(dim=1)
    low = torch.quantile(boot, alpha / 2)
    high = torch.quantile(boot, 1 - alpha / 2)
    return difference.item(), low.item(), high.item()
