# problem: top-p-filter
def filtered(logits, top_k=0, top_p=0.0, filler=-float("Inf")):
    if top_k > 0:
        logits = logits.masked_fill(logits < logits.topk(top_k)[0][..., -1:], filler)
    ordered, places = logits.sort(descending=True)
    before = ordered.softmax(-1).cumsum(-1) - ordered.softmax(-1)
    removed = before >= top_p
    removed[..., 0] = False
    return logits.masked_fill(torch.zeros_like(removed).scatter(-1, places, removed), filler)
