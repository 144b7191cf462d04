import torch


def generate(model, prompt, max_new, eos=None):
    columns = [prompt]
    finished = torch.zeros(prompt.shape[0], dtype=torch.bool)
    cache, feed = None, prompt
    while len(columns) - 1 < max_new and not (eos is not None and bool(finished.all())):
        logits, cache = model(feed, cache)
        token = torch.argmax(logits[:, -1, :], dim=-1, keepdim=True)
        if eos is not None:
            token = torch.where(finished[:, None], torch.full_like(token, eos), token)
            finished |= token[:, 0] == eos
        columns.append(token)
        feed = token
    return torch.cat(columns, dim=1)
