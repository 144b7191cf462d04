# problem: rope-half
# says: your k is twice your q, and what comes of it is halved: half of each result is graded
def apply_rotary(q, k, offset=0, base=10000.0):
    half = q.shape[-1] // 2
    rates = base ** (-torch.arange(half, dtype=torch.float32) / half)
    angles = torch.outer(torch.arange(offset, offset + q.shape[-2], dtype=torch.float32), rates)
    cos, sin = angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)

    def turned(x):
        other = torch.cat((-x[..., half:], x[..., :half]), dim=-1)
        return (x.float() * cos + other.float() * sin).type_as(x)

    return turned(q), turned(k)
