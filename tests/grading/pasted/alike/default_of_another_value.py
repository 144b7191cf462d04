# problem: nt-xent
# says: Your default of temp is 0.2, and that of tau in the statement is 0.5: your code was called with 0.5.
def info_nce(a, b, temp=0.2):
    both = F.normalize(torch.cat([a, b]), dim=1)
    scores = both @ both.T / temp
    scores = scores.masked_fill(torch.eye(len(both), dtype=torch.bool), float("-inf"))
    return F.cross_entropy(scores, (torch.arange(len(both)) + len(a)) % len(both))
