# problem: grpo-advantages
# says: your batch holds rewards, your config holds eps
def grpo_advantages(batch, config):
    r = batch["rewards"]
    m, s = r.mean(-1, keepdim=True), r.std(-1, keepdim=True) if r.shape[-1] > 1 else torch.zeros_like(r)
    a = (r - m) / (s + config.get("eps", 1e-6))
    return torch.where((r == r[..., :1]).all(-1, keepdim=True), torch.zeros_like(r), a)
