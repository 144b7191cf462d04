# problem: rope-half
# says: makes the table
# not: exchanges sin and cos
def tables(dim, seq_len, base=10000.0):
    angles = torch.outer(torch.arange(seq_len).float(), base ** -(torch.arange(0, dim, 2).float() / dim))
    angles = torch.cat((angles, angles), dim=-1)
    return angles.cos(), angles.sin()


def apply_rotary(x, sin, cos):
    first, second = x.float().chunk(2, dim=-1)
    return (x.float() * cos + torch.cat((-second, first), dim=-1) * sin).type_as(x)
