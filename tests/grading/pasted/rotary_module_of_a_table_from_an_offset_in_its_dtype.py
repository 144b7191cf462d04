# problem: rope-half
# says: RotaryTable is graded as rope_half
# not: sin and cos
def rotate_half(x):
    a, b = x.chunk(2, dim=-1)
    return torch.cat((-b, a), dim=-1)

class RotaryTable(nn.Module):
    def __init__(self, dim, max_len=8192, theta=10000.0):
        super().__init__()
        rates = theta ** (-torch.arange(0, dim, 2).float() / dim)
        angles = torch.outer(torch.arange(max_len).float(), rates)
        angles = torch.cat((angles, angles), dim=-1)
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)

    def forward(self, q, k, offset: int = 0):
        where = slice(offset, offset + q.size(-2))
        cos, sin = self.cos[where], self.sin[where]
        turned = [x * cos + rotate_half(x) * sin for x in (q.float(), k.float())]
        return turned[0].type_as(q), turned[1].type_as(k)
