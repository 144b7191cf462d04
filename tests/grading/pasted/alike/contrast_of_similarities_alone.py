# problem: clip-loss
# expect: invalid
# says: The problem also asks for text_emb and logit_scale: yours has no such parameter.
# not: IndexError
def clip_loss(similarity):
    labels = torch.arange(len(similarity))
    return (F.cross_entropy(similarity, labels) + F.cross_entropy(similarity.t(), labels)) / 2
