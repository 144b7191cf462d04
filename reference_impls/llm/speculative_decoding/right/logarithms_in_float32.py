import torch
import torch.nn.functional as F
@torch.no_grad()
def speculative_accept(p, q, drafts, u):
    p, q, u = p.float(), q.float(), u.float()
    pick = F.one_hot(drafts, p.size(-1)).bool()
    log_ratio = p[:-1][pick].log() - q[pick].log()
    ok = u.log() < log_ratio
    k = 0
    while k < len(ok) and ok[k]:
        k += 1
    if k == len(ok):
        return (k, p[k])
    return (k, F.normalize((p[k] - q[k]).clamp_min(0), p=1, dim=0))
