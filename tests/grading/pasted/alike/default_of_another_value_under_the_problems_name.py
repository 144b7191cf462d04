# problem: nt-xent
# expect: fail
# says: Your default of tau is 0.2, and that in the statement is 0.5.
def nt_xent(z1, z2, tau=0.2):
    both = F.normalize(torch.cat([z1, z2]), dim=1)
    scores = both @ both.T / tau
    scores = scores.masked_fill(torch.eye(len(both), dtype=torch.bool), float("-inf"))
    return F.cross_entropy(scores, (torch.arange(len(both)) + len(z1)) % len(both))
