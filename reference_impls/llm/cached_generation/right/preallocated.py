import torch


@torch.no_grad()
def generate(model, prompt, max_new, eos=None):
    B, T = prompt.shape
    out = torch.full((B, T + max_new), -1, dtype=torch.long)
    out[:, :T] = prompt
    logits, cache = model(prompt, None)
    ended = [False] * B
    for n in range(max_new):
        for b in range(B):
            out[b, T + n] = eos if ended[b] else int(logits[b, -1].argmax())
            ended[b] = ended[b] or (eos is not None and int(out[b, T + n]) == eos)
        if all(ended) or n == max_new - 1:
            return out[:, : T + n + 1]
        logits, cache = model(out[:, T + n : T + n + 1], cache)
