# problem: mae-masking
# expect: fail
# says: It should return only numbers 2, 3 and 4 of them, which are right.
def random_masking(x, ratio, noise):
    kept_number = x.shape[1] - round(x.shape[1] * ratio)
    ids_restore = noise.argsort(1)
    ids_shuffle = ids_restore.argsort(1)
    kept = x.gather(1, ids_restore[:, :kept_number, None].expand(-1, -1, x.shape[2]))
    mask = torch.ones_like(noise)
    mask[:, :kept_number] = 0
    mask = mask.gather(1, ids_shuffle)
    return ids_restore, kept, mask, ids_shuffle
