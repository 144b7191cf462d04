# slip: none
import torch
def bootstrap_ci(a, b, indices, alpha=0.05):
    difference = b.mean() - a.mean()
    sa, sb = a[indices], b[indices]
    boot = sb.mean(dim=1) - sa.mean(dim=1)
    low = torch.quantile(boot, 0.025)
    high = torch.quantile(boot, 0.975)
    return difference.item(), low.item(), high.item()
