# slip: weighted-by-the-reference
import torch.nn.functional as F


def k3_kl(logp, logp_ref):
    return F.kl_div(logp, logp_ref, reduction="none", log_target=True)
