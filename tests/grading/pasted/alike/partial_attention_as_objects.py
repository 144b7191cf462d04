# problem: attention-merge
# says: given in each entry of your parts: out and lse
class Partial:
    def __init__(self, out, lse):
        self.out, self.lse = out, lse

def combine(parts):
    m = torch.stack([p.lse for p in parts]).amax(0)
    num, den = 0, 0
    for p in parts:
        w = torch.exp(p.lse - m)
        num = num + w[..., None] * p.out
        den = den + w
    return num / den[..., None], m + den.log()
