# problem: grpo-advantages
# says: given in your batch: rewards; given in your config: eps
def grpo_advantages(batch, config):
    r = batch["rewards"]
    m, s = r.mean(-1, keepdim=True), r.std(-1, keepdim=True) if r.shape[-1] > 1 else torch.zeros_like(r)
    a = (r - m) / (s + config.get("eps", 1e-6))
    return torch.where((r == r[..., :1]).all(-1, keepdim=True), torch.zeros_like(r), a)
