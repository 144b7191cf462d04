# slip: inverse-of-the-mean
def perplexity(logits, targets, ignore_index=-100):
    k = targets != ignore_index
    p = logits.softmax(-1)[k].gather(1, targets[k][:, None])
    return 1 / p.mean()
