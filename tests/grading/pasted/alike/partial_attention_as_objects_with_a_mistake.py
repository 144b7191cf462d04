# problem: attention-merge
# expect: fail
# says: Your code returns the log of the sum relative to the maximum
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
    return num / den[..., None], den.log()
