# problem: k3-kl
# expect: pass
import torch


def kl_estimate(logprobs, ref_logprobs, kind):
    log_ratio = logprobs - ref_logprobs
    if kind == "kl":
        return log_ratio
    if kind == "k2":
        return 0.5 * log_ratio**2
    if kind == "k3":
        return torch.expm1(-log_ratio) + log_ratio
    raise NotImplementedError(kind)
