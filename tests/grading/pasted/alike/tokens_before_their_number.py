# problem: cached-generation
# says: your code returns 2 results: the first one is graded
import torch

@torch.no_grad()
def generate(model, prompt, max_new, eos=None):
    ids, cur, cache, n_tokens = prompt, prompt, None, 0
    done = torch.zeros(prompt.shape[0], dtype=torch.bool)
    for _ in range(max_new):
        logits, cache = model(cur, cache)
        nxt = logits[:, -1].argmax(-1)
        if eos is not None:
            nxt = torch.where(done, torch.full_like(nxt, eos), nxt)
            done = done | (nxt == eos)
        ids, cur = torch.cat([ids, nxt[:, None]], 1), nxt[:, None]
        n_tokens += 1
        if eos is not None and done.all():
            break
    return ids, n_tokens
