# problem: rope-half
# expect: invalid
# says: Your code also needs
# not: exchanges
def rotate_half(t):
    front, back = t.chunk(2, dim=-1)
    return torch.cat((-back, front), dim=-1)


def apply_rotary_pos_emb(q, k, cos, sin, unsqueeze_dim=1):
    cos, sin = cos.unsqueeze(unsqueeze_dim), sin.unsqueeze(unsqueeze_dim)
    return q * cos + rotate_half(q) * sin, k * cos + rotate_half(k) * sin
