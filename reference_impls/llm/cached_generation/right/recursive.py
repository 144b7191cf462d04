import torch


def generate(model, prompt, max_new, eos=None):
    def go(ids, cache, left, done):
        logits, cache = model(ids, cache)
        best = logits[:, -1].max(dim=-1).indices
        if eos is not None:
            best = torch.where(done, eos, best)
            done = done | best.eq(eos)
        column = best.unsqueeze(1)
        if left == 1 or bool(done.all()):
            return [column]
        return [column, *go(column, cache, left - 1, done)]

    return torch.cat([prompt, *go(prompt, None, max_new, torch.zeros(len(prompt), dtype=torch.bool))], dim=1)
