# problem: nt-xent
# says: your batch_size is how many samples are given
# not: is the length of what is given
def nt_xent(out_1, out_2, temperature, batch_size):
    out = torch.cat([F.normalize(out_1, dim=-1), F.normalize(out_2, dim=-1)], dim=0)
    sim = out @ out.t() / temperature
    sim = sim.masked_fill(torch.eye(2 * batch_size, dtype=torch.bool), float("-inf"))
    labels = torch.cat([torch.arange(batch_size) + batch_size, torch.arange(batch_size)])
    return F.cross_entropy(sim, labels)
