import torch


def steps(model, ids, eos):
    cache, over = None, None
    while True:
        logits, cache = model(ids, cache)
        ids = logits[:, -1:].argmax(-1)
        if over is not None:
            ids = ids.masked_fill(over, eos)
        over = ids.eq(eos) if eos is not None else None
        yield ids
        if eos is not None and over.all():
            return


def generate(model, prompt, max_new, eos=None):
    tokens = prompt.clone()
    made = 0
    for ids in steps(model, prompt, eos):
        tokens = torch.hstack([tokens, ids])
        made += 1
        if made == max_new:
            break
    return tokens
