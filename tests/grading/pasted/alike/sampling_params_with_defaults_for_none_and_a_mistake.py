# problem: sample-next-token
# expect: fail
# says: drops the token that crosses
@dataclass
class SamplingParams:
    temperature: float = 1.0
    top_k: int = -1
    top_p: float = 1.0


def filtered(logits, k, p):
    if k > 0:
        least = logits.topk(min(k, logits.shape[-1]), dim=-1).values[:, -1:]
        logits = logits.masked_fill(logits < least, -float("inf"))
    if p < 1.0:
        probs, ids = logits.softmax(-1).sort(dim=-1, descending=True)
        drop = probs.cumsum(-1) >= p
        drop[:, 0] = False
        logits = logits.masked_fill(torch.zeros_like(drop).scatter(1, ids, drop), -float("inf"))
    return logits


def sample(logits, params: SamplingParams):
    if params.temperature < 1e-5:
        return logits.argmax(dim=-1)
    probs = filtered(logits / params.temperature, params.top_k, params.top_p).softmax(dim=-1)
    return (probs / torch.empty_like(probs).exponential_(1)).argmax(dim=-1)
